/** How records without an id are called. */

/**
 * The id of a record that has neither id nor URL: its file as the user named it, and its line. Not the file's
 * bare name: two folders may both hold an `articles.jsonl`, and their lines are no versions of each other.
 */
export function missingId(path: string, line: number): string {
  return `${path === "-" ? "stdin" : path}:${line}`;
}
