/** How alike two ranges of words are, by the longest common subsequence of their words without proclitics. */
import { normalise } from "./tokens.mjs";

/** Equal words as a share of the longer range. */
export function similarity(left, [l0, l1], right, [r0, r1]) {
  const [x, y] = [stems(left, l0, l1), stems(right, r0, r1)];
  return commonWords(x, y).length / Math.max(x.length, y.length);
}

/** Both ranges cut to their first and last common content word: a rewriting agrees from there to there. */
export function narrowToShared(left, [l0, l1], right, [r0, r1]) {
  const content = (stem) => stem.length > 2;
  const sides = [stems(left, l0, l1), stems(right, r0, r1)];
  const common = commonWords(...sides, content);
  return sides.map((side, k) => {
    const at = common.map((pair) => pair[k]);
    const first = side.lastIndexOf(side[at[0]], at[1] - 1);
    const last = side.indexOf(side[at.at(-1)], at.at(-2) + 1);
    return [[l0, r0][k] + first, [l0, r0][k] + last];
  });
}

function stems(words, first, last) {
  return words.slice(first, last + 1).map((word) => stem(normalise(word.text)));
}

function stem(word) {
  if (!/[ء-ي]/u.test(word)) return word;
  const bare = word.replace(/^[وف](?=.{4})/u, "").replace(/^(?:بال|كال|لل|ال)(?=.{3})/u, "");
  return bare.replace(/^[بلك](?=.{4})/u, "");
}

/** Index pairs of one longest common subsequence. */
function commonWords(x, y, admits = () => true) {
  const table = Array.from({ length: x.length + 1 }, () => new Uint16Array(y.length + 1));
  const equal = (i, j) => x[i] === y[j] && admits(x[i]);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      table[i][j] = equal(i, j) ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (equal(i, j)) pairs.push([i++, j++]);
    else if (table[i + 1][j] >= table[i][j + 1]) i++;
    else j++;
  }
  return pairs;
}
