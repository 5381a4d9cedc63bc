/** Prints the 4-gram curve of any JSON lines of articles: `measure.js FILE`. */
import { readArticles } from "../support/articles.js";
import { CurveCounter } from "./curve.js";

const file = process.argv[2];
if (file === undefined) {
  console.error("usage: measure.js FILE");
  process.exit(2);
}
const counter = new CurveCounter();
for (const { text } of await readArticles(file)) counter.add(text);
console.log(JSON.stringify(counter.curve(), null, 2));
