import type { CreditForm, CreditRole } from "../../model/provenance.js";

/** A credit in the making, at tokens [from, to) of one field. */
export interface Draft {
  readonly from: number;
  readonly to: number;
  readonly role: CreditRole;
  readonly form: CreditForm;
  readonly name: string | null;
}
