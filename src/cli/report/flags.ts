import type { PersonalFlags } from "../../app/personal.js";
import type { Ui } from "../../report/html/bundle-format.js";
import type { ReadFlags } from "../shared/options.js";

export interface ReportFlags extends ReadFlags, PersonalFlags {
  readonly output?: string;
  readonly ui?: Ui;
  readonly excerptsOnly?: boolean;
  readonly check?: string;
}

export const REPORT_OUTPUT_DEFAULT = "report.html";

export const REPORT_UI_DEFAULT: Ui = "en";
