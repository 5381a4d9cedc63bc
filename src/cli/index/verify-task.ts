/** The process that `index-verify.ts` starts: opens the index, verifies it, sends what it found. */
import { openIndex } from "../../index.js";
import type { VerifyMessage } from "./verify.js";

/** Between two words of progress. */
const TOLD_MS = 200;

const send = (message: VerifyMessage): Promise<void> =>
  new Promise((resolve) => {
    process.send!(message, () => resolve());
  });

try {
  const index = await openIndex(process.argv[2]!, { mode: "read" });
  let told = performance.now();
  const findings = index.verify({
    onProgress(progress) {
      if (performance.now() - told < TOLD_MS) return;
      told = performance.now();
      void send({ progress });
    },
  });
  await send({ documents: index.documents, findings });
  await index.close();
} catch (error) {
  await send({ unreadable: (error as Error).message });
}
process.disconnect();
