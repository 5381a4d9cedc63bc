import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isnad } from "./support.js";

const COMMANDS = ["cluster", "pairs", "compare", "find"];
const INDEX_COMMANDS = [
  ...["add", "check", "remove", "list", "show", "stats", "expire", "verify", "compact", "export", "import"],
];

describe("help", () => {
  it.each(COMMANDS)("isnad %s --help names its options and gives examples", async (command) => {
    const { code, out, err } = await isnad([command, "--help"]);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toMatch(/Examples:\n {2}/);
    expect(out).toContain("--json");
    expect(out).toContain("--no-isolates");
  });

  it("isnad --help lists the commands; isnad alone says the same", async () => {
    const asked = await isnad(["--help"]);
    for (const command of [...COMMANDS, "dedup", "index"]) expect(asked.out).toContain(`  ${command}`);
    expect((await isnad([])).out).toBe(asked.out);
  });

  it("isnad help COMMAND is the help of the command", async () => {
    const same = async (words: string[], ...asked: string[]) =>
      expect((await isnad(["help", ...words])).out).toBe((await isnad([...asked, "--help"])).out);
    await same([]);
    await same(["trace"], "trace");
    await same(["index", "add"], "index", "add");
  });

  it("isnad index alone is its help; a wrong word after it is told of with the help of index", async () => {
    const asked = await isnad(["index", "--help"]);
    expect(await isnad(["index"])).toEqual({ code: 0, out: asked.out, err: "" });
    expect(await isnad(["index", "lst"])).toEqual({
      code: 2,
      out: "",
      err: "isnad: unknown command 'lst' (did you mean list?); see isnad index --help\n",
    });
  });

  it.each(["", ...COMMANDS])("the examples of isnad %s --help work on the corpus", async (command) => {
    const { out } = await isnad(command === "" ? ["--help"] : [command, "--help"]);
    const examples = [...out.matchAll(/^ {2}isnad (.*corpus\/articles\.jsonl.*)$/gm)].map(
      (found) => found[1]!,
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const args = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2]!);
      expect(await isnad([...args, "--quiet"])).toMatchObject({
        code: 0,
        err: "",
        out: expect.stringMatching(/./),
      });
    }
  });

  it.each([["dedup"], ["index"], ...INDEX_COMMANDS.map((name) => ["index", name])])(
    "isnad %s %s --help gives examples",
    async (...command) => {
      const { code, out, err } = await isnad([
        ...command.filter((word) => typeof word === "string"),
        "--help",
      ]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/Examples:\n {2}/);
      if (command.length > 1 && command[0] === "index") expect(out).toContain("--json");
    },
  );

  it("isnad --version prints the version", async () => {
    expect(await isnad(["--version"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe("a wrong command line ends with one line that says what came and what was expected, and 2", () => {
  it.each([
    [["cluster", "--treshold", "1", "x"], /unknown option '--treshold' \(did you mean --threshold\?\)/],
    [
      ["cluster", "x", "--threshold", "2"],
      /'--threshold <fraction>' argument '2' is invalid. A number from 0 to 1/,
    ],
    [
      ["cluster", "x", "--workers", "none"],
      /argument 'none' is invalid. A whole number from 1 to 256 or "auto"/,
    ],
    [
      ["cluster", "x", "--canonical", "best"],
      /argument 'best' is invalid. Allowed choices are longest, earliest, first/,
    ],
    [["pairs", "x", "--format", "xml"], /argument 'xml' is invalid. Allowed choices are jsonl, json, text/],
    [["pairs", "x", "--field", "text"], /NAME=FIELD was expected, as in text=content/],
    [["cluster"], /missing required argument 'input'/],
    [["compare", "a"], /missing required argument 'b'/],
    [["find", "a sentence"], /required option '--in <input...>' or '--index <dir>' not specified/],
    [["dedup"], /missing required argument 'input'/],
    [["dedup", "-", "--drop", "new"], /Some of duplicate,update,rewrite,excerpt,contains were expected/],
    [["dedup", "-", "--within", "week"], /A period was expected, such as 30s, 90m, 12h, 7d or 4w/],
    [["dedup", "-", "--max-documents", "0"], /A whole number from 1 was expected/],
    [["dedup", "-", "--same-source", "no"], /Allowed choices are skip, only/],
    [["index", "verfy", "x"], /unknown command 'verfy' \(did you mean verify\?\)/],
    [["index", "show", "x"], /missing required argument 'id'.*see isnad index show --help/],
    [["clutser", "x"], /unknown command 'clutser' \(did you mean cluster\?\)/],
  ])("isnad %j", async (args, message) => {
    const { code, out, err } = await isnad(args);
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toMatch(/^isnad: .*; see isnad .*--help\n$/);
    expect(out).toBe("");
    expect(code).toBe(2);
  });

  it("a threshold that would do nothing", async () => {
    const { code, err } = await isnad(["cluster", "package.json", "--threshold", "0.7"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: "isnad: --threshold 0.7: only with --copies-only; else the verdict decides\n",
    });
  });

  it("an input that does not exist", async () => {
    const { code, err } = await isnad(["cluster", "no-such-file.jsonl"]);
    expect(err).toMatch(/^isnad: .*no-such-file\.jsonl/);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
    expect(code).toBe(2);
  });

  it("a file that cannot be written, by the option that named it", async () => {
    const none = "no-such-folder/file";
    const corpus = "corpus/articles.jsonl";
    const pair = ["compare", "tukhum-172", "sahil-771", "--in", corpus];
    for (const [option, ...args] of [
      ["-o", "cluster", corpus],
      ["--skipped", "cluster", corpus],
      ["--skipped", "dedup", corpus],
      ["--html", ...pair],
      ["ledger", "dedup", corpus],
    ]) {
      const { code, err } = await isnad([...args, option === "ledger" ? "--ledger" : option!, none]);
      expect(err).toMatch(
        new RegExp(`^isnad: ${option} ${none}: cannot be (written|opened) \\(no such folder\\)$`, "m"),
      );
      expect(code).toBe(2);
    }
  });

  it("a file that cannot be read, by the option that named it", async () => {
    const corpus = "corpus/articles.jsonl";
    expect((await isnad(["report", corpus, "--check", "none.html"])).err).toBe(
      "isnad: --check none.html: cannot be read (no such file)\n",
    );
    expect((await isnad(["report", corpus, "--agencies", "src"])).err).toContain(
      "cannot be read (it is a folder)",
    );
    expect(await isnad(["index", "import", "no-such-index", "none.jsonl"])).toEqual({
      code: 2,
      out: "",
      err: "isnad: export none.jsonl: cannot be read (no such file)\n",
    });
  });

  it("a quotation without a word, before anything is read", async () => {
    const { code, err } = await isnad(["find", " ,", "--in", "corpus/articles.jsonl"]);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'isnad: quotation " ,": found no word in it, expected a sentence\n',
    });
  });

  it("a name that would write to the terminal", async () => {
    const escapeCode = String.fromCharCode(27);
    const { err } = await isnad(["cluster", "package.json", "-o", `none${escapeCode}[2J/x`]);
    expect(err).toContain("none␛[2J/x: cannot be written");
    expect(err).not.toContain(escapeCode);
  });

  it("a decisions or agencies file that is none, by the option that named it", async () => {
    const trace = ["trace", "sahil-771", "--against", "corpus/articles.jsonl"];
    expect((await isnad([...trace, "--agencies", "LICENSE"])).err).toMatch(
      /^isnad: --agencies LICENSE: not JSON/,
    );
    expect((await isnad([...trace, "--decisions", "LICENSE"])).err).toMatch(
      /^isnad: --decisions LICENSE, line \d+: /,
    );
    expect((await isnad(["trace", "--against", "corpus", "--format", "csv", "-o", "LICENSE"])).err).toMatch(
      /^isnad: -o LICENSE: no folder, and none can be made \(it is a file\)$/m,
    );
  });

  it("an id with a slip, an id without --in, a file beside --in", async () => {
    const corpus = "corpus/articles.jsonl";
    const said = async (...args: string[]) => (await isnad([...args, "--quiet"])).err;
    expect(await said("compare", "tukhum-172", "sahil-77", "--in", corpus)).toBe(
      "isnad: sahil-77: no article of this id was read (did you mean sahil-771?)\n",
    );
    expect(await said("trace", "sahli-771", "--against", corpus)).toBe(
      "isnad: sahli-771: no file, and no article of this id was read (did you mean sahil-771?)\n",
    );
    expect(await said("compare", "tukhum-172", "LICENSE", "--in", corpus)).toBe(
      "isnad: LICENSE: no article of this id was read; there is a file of this name, which has to be among the inputs\n",
    );
    expect(await said("compare", "tukhum-172", "sahil-771")).toBe(
      'isnad: input "tukhum-172" does not exist; ids are looked for in --in INPUT… or --index DIR\n',
    );
  });

  it("inputs without their option, and a quotation without quotation marks", async () => {
    expect((await isnad(["trace", "sahil-771", "corpus/articles.jsonl"])).err).toBe(
      "isnad: too many arguments for 'trace'. Expected 1 argument but got 2. Inputs follow --against; see isnad trace --help\n",
    );
    expect((await isnad(["find", "two", "words", "--in", "corpus"])).err).toMatch(
      /Inputs follow --in, and a quotation needs quotation marks; see isnad find --help\n$/,
    );
  });

  it("names every reason for which a record was left out, before a second example of one", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isnad-usage-"));
    const file = join(folder, "many.jsonl");
    writeFileSync(file, '1\n2\n3\n4\n"x"\n{}\n{"id":"a","text":"one"}\n');
    const { err } = await isnad(["pairs", file]);
    rmSync(folder, { recursive: true });
    expect(err.replaceAll(file, "FILE")).toContain(
      "6 records could not be read and left out:\n  FILE:1: no JSON object, but a number\n" +
        "  FILE:5: no JSON object, but a string\n  FILE:6: no text (fields tried: text, content, body, articleBody)\n" +
        "  and 3 more (--skipped FILE lists all)\n",
    );
  });

  it("an unknown field, and an unknown encoding", async () => {
    expect(await isnad(["cluster", "package.json", "--field", "tekst=x"])).toMatchObject({ code: 2 });
    expect(await isnad(["cluster", "LICENSE", "--format", "text", "--encoding", "klingon"])).toMatchObject({
      code: 2,
    });
  });
});
