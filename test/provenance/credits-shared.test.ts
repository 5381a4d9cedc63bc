/** The credits of real articles, which stand beside the repository and not in it. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createKernel } from "../../src/kernel/index.js";
import type { CreditRole } from "../../src/model/provenance.js";
import { creditsOf } from "../../src/provenance/credits/index.js";

const SHARED = new URL("../../../shared/", import.meta.url).pathname;

/** Carriers, relayers and channels by name, issuers by a word of their name; each once, in any order. */
const EXPECTED: Record<string, readonly string[]> = {
  "articles/seed-0.txt": ["carrier SANA", "issuer الداخلية"],
  "articles/seed-1.txt": ["carrier SANA"],
  "articles/seed-2.txt": ["carrier null", "issuer الداخلية"],
  "articles/seed-3.txt": ["issuer الداخلية"],
  "articles/seed-4.txt": [],
  "corpora/sana-events/p1_syrialife.txt": [],
  "corpora/sana-events/p2_yalla.txt": ["channel Telegram", "issuer الداخلية"],
  "corpora/sana-events/p3_shaam.txt": ["channel null"],
  "corpora/sana-events/p4_sputnik.txt": ["carrier SANA"],
  "corpora/sana-events/p5_wehda.txt": [],
  "corpora/sana-events/p6_radar.txt": ["channel null", "issuer الداخلية"],
  "corpora/sana-events/t1_alaraby.txt": ["channel Al-Ikhbariya (Syria)"],
  "corpora/sana-events/t2_yalla64957.txt": ["channel Al-Ikhbariya (Syria)", "issuer الداخلية"],
  "corpora/sana-events/t3_asemah.txt": ["channel Al-Ikhbariya (Syria)"],
  "corpora/sana-events/v1_innfrad.txt": ["channel AFP", "issuer المرصد"],
  "corpora/sana-events/v2_aljarida.txt": ["issuer المرصد"],
  "corpora/sana-events/v3_ksap.txt": ["carrier SANA", "carrier Sputnik", "channel RT", "issuer الصحة"],
  "corpora/sana-events/v4_okazinterior.txt": ["channel Facebook", "issuer الداخلية"],
};
const ISSUERS = ["الداخلية", "المرصد", "الصحة"];

for (const [file, expected] of Object.entries(EXPECTED)) {
  const path = SHARED + file;
  if (!existsSync(path)) {
    test.skip(`${file}: skipped, it does not stand beside the repository`, () => {});
    continue;
  }
  test(file, async () => {
    const kernel = await createKernel();
    const said = creditsOf(kernel, { id: file, text: readFileSync(path, "utf8") }).map(({ role, name }) =>
      spoken(role, name),
    );
    expect([...new Set(said)].sort()).toEqual([...expected]);
  });
}

function spoken(role: CreditRole, name: string | null): string {
  return `${role} ${role === "issuer" ? (ISSUERS.find((word) => name?.includes(word)) ?? name) : name}`;
}
