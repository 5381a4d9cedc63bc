import { readDocuments } from "../../ingest/index.js";
import type { Document } from "../../model/index.js";
import { EXIT, Failure } from "./exit.js";
import { type InputFlags, readOptions } from "./options.js";

/** The one article that a file, or standard input, holds. `otherwise` is what to do where there are several. */
export async function readArticle(file: string, flags: InputFlags, otherwise: string): Promise<Document> {
  const reasons: string[] = [];
  const articles: Document[] = [];
  const { fields, ...how } = readOptions(flags);
  const reading = readDocuments([file], {
    ...how,
    fields: Object.entries(fields ?? {}).map(([name, key]) => `${name}=${key}`),
    onSkipped: ({ reason }) => reasons.push(reason),
  });
  for await (const article of reading) {
    articles.push(article);
    if (articles.length > 1) break;
  }
  const [article, another] = articles;
  const name = file === "-" ? "standard input" : file;
  if (article === undefined) {
    throw new Failure(`${name}: no article in it${reasons[0] ? ` (${reasons[0]})` : ""}`, EXIT.notFound);
  }
  if (another !== undefined)
    throw new Failure(`${name}: more than one article in it; ${otherwise}`, EXIT.usage);
  return article;
}
