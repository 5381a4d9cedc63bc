import pc from "picocolors";
import { type Direction, isolate as isolated } from "../direction.js";

export interface TextStyle {
  /** Width to lay out for, in terminal cells. */
  readonly columns: number;
  readonly colour: boolean;
  /** Put right-to-left text into Unicode isolates. */
  readonly isolates: boolean;
}

type Paint = (text: string) => string;

export interface Pen {
  readonly columns: number;
  readonly colour: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly magenta: Paint;
  isolate(text: string, towards?: Direction): string;
}

export function pen(style: TextStyle): Pen {
  const { bold, dim, red, green, yellow, cyan, magenta } = pc.createColors(style.colour);
  const isolate = style.isolates ? isolated : (text: string) => text;
  const { columns, colour } = style;
  return { columns, colour, bold, dim, red, green, yellow, cyan, magenta, isolate };
}
