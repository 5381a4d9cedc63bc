/** One document's provenance, put together from what the stages found, and the sentence that opens it. */
export { assembleTrace, type Label, type TraceParts } from "./assemble.js";
export { CLAUSES, TEMPLATES } from "./templates.js";
