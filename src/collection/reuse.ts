/**
 * All that finding, aligning and judging reuse needs, in one module that is loaded when it is asked for: clusters of
 * whole copies do without.
 */
export { alignCollection, alignIdentical } from "./align.js";
export { alignedMatches, comparedMatch } from "./aligned-matches.js";
export { alignSession, indexExcerpts } from "./excerpts.js";
export { likelyPairs, newsPairs } from "./news.js";
export { storiesOf } from "./stories.js";
