/** What runs in a worker thread: the pool calls a task by its name. */
import { tasks } from "./tasks.js";

export { sketch } from "./sketch-task.js";
export const {
  findCopies,
  verifyCopies,
  postFingerprints,
  countWords,
  candidates,
  align,
  compare,
  leadWords,
  newsTerms,
  newsPairs,
  tellStories,
  judgePairs,
} = tasks;
