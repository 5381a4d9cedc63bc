/** All that lineage and traces need, in one module that is loaded when it is asked for. */

export { quotationsOf } from "../provenance/quotations/index.js";
export { lineageWithChecks } from "./lineage.js";
export { phrasesIn } from "./phrases.js";
export { relatedForLineage } from "./related.js";
export { trace } from "./trace-at.js";
export { heldAt } from "./trace-document.js";
