import { median } from "./statistics.js";

/** One line of what is printed. */
export interface Row {
  readonly what: string;
  /** None for a ratio. */
  readonly unit?: "ms" | "MB";
  readonly samples: readonly number[];
  /** Where the median should lie. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** The rows as a table, with their medians and what the samples range over. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [["", "median", "min - max", "target", ""], ...rows.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map(([what = "", ...cells]) =>
      [what.padEnd(widths[0] ?? 0), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join("  "),
    )
    .map((line) => `  ${line.trimEnd()}\n`)
    .join("");
}

function cellsOf({ what, unit, samples, target }: Row): string[] {
  const middle = median(samples);
  const named = unit ? `${what}, ${unit}` : what;
  const range = samples.length > 1 ? `${figure(Math.min(...samples))} - ${figure(Math.max(...samples))}` : "";
  return [named, figure(middle), range, ...(target ? verdictOn(middle, target) : ["", ""])];
}

function verdictOn(value: number, target: NonNullable<Row["target"]>): [target: string, verdict: string] {
  const [sign, limit, holds] =
    "atMost" in target
      ? ["<=", target.atMost, value <= target.atMost]
      : [">=", target.atLeast, value >= target.atLeast];
  return [`${sign} ${limit}`, holds ? "holds" : "misses"];
}

/** Three digits that count. */
function figure(value: number): string {
  return value < 10 ? value.toFixed(value < 0.1 ? 3 : 2) : value.toFixed(value < 100 ? 1 : 0);
}
