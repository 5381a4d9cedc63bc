import type { PersonalFlags } from "../../app/personal.js";
import type { Format } from "../../ingest/index.js";
import type { TraceFormat } from "../../options.js";
import type { CsvTable } from "../../report/csv/tables.js";
import type { ReadFlags, ResultFlags } from "../shared/options.js";

export interface TraceFlags extends Omit<ReadFlags, "format">, ResultFlags, PersonalFlags {
  readonly against?: readonly string[];
  readonly index?: string;
  readonly format?: TraceFormat;
  readonly csvTable?: CsvTable;
  readonly inputFormat?: Format;
}
