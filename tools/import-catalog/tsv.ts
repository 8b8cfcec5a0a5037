/** Reads tab-separated values with a header line. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { ToolError } from "./tool-error.js";

type Line<Column extends string> = { readonly [column in Column]: string };

/**
 * The requested columns of all lines.
 *
 * @throws {ToolError} if the file cannot be read, lacks a column, or has a line with too few or too many values
 */
export function readTsv<Column extends string>(path: string, columns: readonly Column[]): readonly Line<Column>[] {
  const file = basename(path);
  const [head = "", ...lines] = readText(path, `the list ${file}`).trimEnd().split("\n");
  const names = head.split("\t");
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new ToolError(`${file} has no column ${missing.join(", ")}`, 2);
  return lines.map((line, index) => {
    const values = line.split("\t");
    if (values.length !== names.length) {
      throw new ToolError(`${file} line ${index + 2} has ${values.length} columns instead of ${names.length}`, 2);
    }
    return Object.fromEntries(columns.map((name) => [name, values[names.indexOf(name)] ?? ""])) as Line<Column>;
  });
}

/** @throws {ToolError} if the file cannot be read or is not UTF-8 */
export function readText(path: string, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new ToolError(`cannot read ${what}: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
}
