/**
 * The package as a user gets it: packed, installed into an empty folder, run as a command and imported.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const LICENCES = [
  "MIT",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "0BSD",
  "BlueOak-1.0.0",
  "Unlicense",
];
/** Ten formats of input, pages, a server and the table of stems made 850 KB of 680. */
const MOST_BYTES = 950_000;
/** A busy or slow machine may take this many times what the command takes on a quiet one. */
const NOISE = 4;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), "isnad-e2e-"));
const user = join(folder, "user");
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function npm(args: readonly string[], cwd: string): string {
  return execFileSync("npm", [...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function pack(): Packed {
  if (!existsSync(join(ROOT, "dist/cli/main.js"))) npm(["run", "build"], ROOT);
  // What npm does before and after it packs, without a build.
  const shrinkwrap = (...args: string[]) =>
    execFileSync(process.execPath, [join(ROOT, ".ci/shrinkwrap.mjs"), ...args]);
  shrinkwrap();
  try {
    const answer = npm(["pack", "--ignore-scripts", "--json", "--pack-destination", folder], ROOT);
    return (JSON.parse(answer) as Packed[])[0]!;
  } finally {
    shrinkwrap("remove");
  }
}

/** False where the registry does not answer: then there is nothing to test with. */
function install(packed: Packed): boolean {
  mkdirSync(user);
  writeFileSync(join(user, "package.json"), '{ "private": true, "type": "module" }');
  try {
    const args = [
      "install",
      "--prefer-offline",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--fetch-retries=0",
    ];
    npm([...args, "--fetch-timeout=30000", join(folder, packed.filename)], user);
    return true;
  } catch (error) {
    const text = String((error as { stderr?: string }).stderr);
    if (
      process.env.ISNAD_RELEASE !== undefined ||
      !/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENOTCACHED|network/.test(text)
    )
      throw error;
    console.log("the package registry does not answer: the packed tarball was not installed");
    return false;
  }
}

const packed = pack();
const installed = install(packed);

// npx runs the file itself in a clone that it knows from before.
it("is built as a command that can be run", () => {
  expect(statSync(join(ROOT, "dist/cli/main.js")).mode & 0o111).toBe(0o111);
});

describe("the tarball", () => {
  it("is small and holds what runs, its types, the licence and the README", () => {
    const paths = packed.files.map((file) => file.path);
    expect(packed.size).toBeLessThanOrEqual(MOST_BYTES);
    for (const path of [
      "dist/cli/main.js",
      "dist/index.js",
      "dist/index.d.ts",
      "LICENSE",
      "README.md",
      "package.json",
    ]) {
      expect(paths).toContain(path);
    }
    const strangers = paths.filter(
      (path) =>
        !/^(dist\/.*\.(js|d\.ts)|npm-shrinkwrap\.json|LICENSE|README\.md|package\.json|src\/report\/(trace|story|phrases)\.schema\.json)$/.test(
          path,
        ),
    );
    expect(strangers).toEqual([]);
    expect(paths.filter((path) => /test|bench|assembly|^dist\/page\//.test(path))).toEqual([]);
  });
});

describe("the lock in the tarball", () => {
  interface Lock {
    readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
  }
  const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as Lock;
  const args = ["-xzOf", join(folder, packed.filename), "package/npm-shrinkwrap.json"];
  const text = execFileSync("tar", args, { encoding: "utf8" });

  it("has every package that runs in the version that is tested, and nothing of a registry", () => {
    const { packages } = JSON.parse(text) as Lock;
    const running = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
    expect(Object.keys(packages)).toEqual(["", ...running.map(([path]) => path)]);
    for (const [path, { version }] of running) expect(packages[path]!.version).toBe(version);
    expect(text).not.toMatch(/"resolved"|devDependencies/);
    expect(existsSync(join(ROOT, "npm-shrinkwrap.json"))).toBe(false);
  });
});

describe.skipIf(!installed)("the installed package", () => {
  const bin = join(user, "node_modules/.bin/isnad");
  const articles = join(ROOT, "corpus/articles.jsonl");

  function isnad(args: readonly string[], input?: string) {
    return spawnSync(bin, [...args], {
      cwd: user,
      encoding: "utf8",
      ...(input === undefined ? {} : { input }),
    });
  }

  /** Milliseconds of CPU, best of several: the others, and the time on the clock, tell of the machine. */
  function cheapest(args: readonly string[]): number {
    const timed = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null';
    const times = Array.from({ length: 5 }, () => {
      const { status, stderr } = spawnSync("bash", ["-c", timed, "bash", bin, ...args], {
        ...{ cwd: user, encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
      });
      expect(status, stderr).toBe(0);
      const [inProgram, inSystem] = stderr.trim().split(/\s+/).slice(-2).map(Number);
      return 1000 * (inProgram! + inSystem!);
    });
    return Math.min(...times);
  }

  it("brings only licences under which it may be passed on", () => {
    const lock = JSON.parse(readFileSync(join(user, "node_modules/.package-lock.json"), "utf8"));
    const packages = Object.entries(lock.packages as Record<string, { readonly license?: string }>);
    expect(packages.length).toBeGreaterThan(20);
    for (const [path, { license }] of packages) expect(LICENCES, `${path}: ${license}`).toContain(license);
  });

  it("runs as a command", () => {
    const { status, stdout, stderr } = isnad(["cluster", "--json", articles]);
    expect(stderr).toMatch(/documents, .* stories of \d+ reports/);
    expect(status).toBe(0);
    for (const line of stdout.trimEnd().split("\n"))
      expect(JSON.parse(line).members.length).toBeGreaterThan(1);
  });

  it("reads standard input and stops quietly when nobody reads on", () => {
    const documents =
      '{"id":"a","text":"one two three four five"}\n{"id":"b","text":"one two three four five"}\n';
    expect(isnad(["pairs", "--quiet", "--format", "jsonl", "-"], documents).status).toBe(0);
    const head = spawnSync(
      "bash",
      ["-c", `"${bin}" pairs --json "${articles}" | head -1; echo "\${PIPESTATUS[0]}"`],
      {
        encoding: "utf8",
      },
    );
    expect(head.stdout.trimEnd().split("\n").at(-1)).toBe("0");
    expect(head.stderr).not.toMatch(/EPIPE|Error:/);
  });

  it("ends on Ctrl-C, even while it waits for input, and leaves no file behind", async () => {
    const running = spawn(bin, ["cluster", "--format", "jsonl", "-", "-o", "out.jsonl"], { cwd: user });
    let said = "";
    running.stderr.on("data", (chunk) => {
      said += String(chunk);
    });
    running.stdin.write('{"id":"a","text":"one two three"}\n');
    await expect
      .poll(() => readdirSync(user).some((name) => name.endsWith(".tmp")), { timeout: 20_000 })
      .toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ended = new Promise((resolve) => running.on("close", resolve));
    running.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(said).toBe("isnad: interrupted\n");
    expect(readdirSync(user).filter((name) => name.startsWith("out.jsonl"))).toEqual([]);
  });

  it("is a library of five lines, with types", () => {
    const program = `
      import { createEngine, type Match } from "isnad";
      const engine = await createEngine();
      for (const id of ["a", "b"]) engine.add({ id, text: "The harvest fair opens on Friday with music from three valleys." });
      const found: Match[] = [];
      for await (const match of engine.matches()) found.push(match);
      const { clusters } = await engine.clusters();
      await engine.close();
      (globalThis as unknown as { answer: unknown }).answer = [found.length, found[0]!.verdict, clusters[0]!.members.length];
    `;
    writeFileSync(join(user, "use.ts"), program);
    const options = { target: "es2022", lib: ["es2022", "dom"], module: "nodenext", strict: true, types: [] };
    writeFileSync(
      join(user, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["use.ts"] }),
    );
    const compiler = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["-p", user], { encoding: "utf8" });
    expect(compiler.stdout).toBe("");
    const run = `await import("./use.js"); console.log(JSON.stringify(globalThis.answer));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", run], {
      cwd: user,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([1, "copy", 2]);
  });

  it("starts fast", () => {
    writeFileSync(join(user, "a.txt"), "The harvest fair opens on Friday with music from three valleys.");
    writeFileSync(join(user, "b.txt"), "The harvest fair opens on Sunday with music from three valleys.");
    const version = cheapest(["--version"]);
    const compare = cheapest(["compare", "a.txt", "b.txt"]);
    console.log(
      `isnad --version ${version.toFixed(0)} ms, compare of two articles ${compare.toFixed(0)} ms of CPU (best of 5)`,
    );
    expect(version).toBeLessThan(100 * NOISE);
    expect(compare).toBeLessThan(200 * NOISE);
  });
});
