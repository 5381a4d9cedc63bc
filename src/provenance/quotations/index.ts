/** Who is quoted with what words, and one quotation through all the documents that have it. */
export { quotationsOf } from "./quotations.js";
export { type QuotedDocument, traceQuotations } from "./trace.js";
