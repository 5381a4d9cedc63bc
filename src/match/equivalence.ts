import type { TokenisedText } from "../text/tokenise.js";
import type { TokenEdit } from "./passages.js";
import type { Region } from "./passages-edits.js";

export function equivalentRegions(_a: TokenisedText, _b: TokenisedText, region: Region): TokenEdit[] {
  return [{ ...region, equivalent: false }];
}
