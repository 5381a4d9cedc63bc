/**
 * What files are called: their path relative to what was given, so that the same files have the same names wherever
 * they lie. Files of one name, in several folders that were given, are told apart by the folders around them.
 */
import { normalize, sep } from "node:path";

/** Names each file. The result depends on the set of files alone, not on their order. */
export function identities<T extends { readonly path: string; readonly relative: string }>(
  files: readonly T[],
): (Omit<T, "relative"> & { readonly id: string })[] {
  const names = files.map(({ path, relative }) => longer(path, relative));
  const chosen = names.map(() => 0);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    const holders = new Map<string, number[]>();
    names.forEach((options, file) => {
      const name = options[chosen[file]!]!;
      holders.set(name, [...(holders.get(name) ?? []), file]);
    });
    for (const together of holders.values()) {
      if (together.length < 2) continue;
      for (const file of together) {
        if (chosen[file]! >= names[file]!.length - 1) continue;
        chosen[file]!++;
        isChanged = true;
      }
    }
  }
  return files.map(({ relative: _, ...file }, at) => ({ ...file, id: names[at]![chosen[at]!]! }));
}

/** The relative path, and then with one folder more at a time. */
function longer(path: string, relative: string): string[] {
  const parts = normalize(path)
    .split(sep)
    .filter((part) => part !== "" && part !== ".");
  const own = relative.split(sep).length;
  const options = [relative.split(sep).join("/")];
  for (let count = own + 1; count <= parts.length; count++) options.push(parts.slice(-count).join("/"));
  return options;
}
