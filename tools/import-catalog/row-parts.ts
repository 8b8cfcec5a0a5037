/** Reads the other parts of a row: support marks, notes and remarks. */
import type { CompanionRole, NamedAction, PermissionRow } from "../../src/catalog/format.js";
import { type ServicePrefixes, findNames } from "./action-names.js";
import { type Columns, type Role, cellAt } from "./columns.js";
import { type Cell, cellText } from "./grid.js";
import { parseMark, parseScope } from "./mark-cell.js";
import { encryptionRoleOf, readNote } from "./qualifiers.js";

/** An unreadable cell or line of a cell. */
export interface CellProblem {
  readonly column: Role;
  readonly text: string;
}

export interface Support {
  readonly marks: Pick<PermissionRow, "iamProject" | "enterpriseProject">;
  readonly problems: readonly CellProblem[];
}

/** The support of the two scopes, from one scope column or from a column for each scope. */
export function readSupport(columns: Columns, cells: readonly Cell[]): Support {
  if (columns.scope !== undefined) {
    const cell = cellAt(cells, columns.scope);
    const marks = parseScope(cell);
    return marks === undefined
      ? { marks: {}, problems: [{ column: "scope", text: cellText(cell) }] }
      : { marks, problems: [] };
  }
  const marks: { iamProject?: boolean; enterpriseProject?: boolean } = {};
  const problems: CellProblem[] = [];
  for (const column of ["iamProject", "enterpriseProject"] as const) {
    const cell = cellAt(cells, columns[column]);
    const mark = parseMark(cell);
    if (mark === undefined) problems.push({ column, text: cellText(cell) });
    else if (mark !== "absent") marks[column] = mark;
  }
  return { marks, problems };
}

export interface Notes {
  readonly companionRoles: readonly CompanionRole[];
  readonly defaultEnterpriseProjectOnly: boolean;
  readonly problems: readonly CellProblem[];
}

/** The notes in the API, action and dependency cells. A note in the title is not about permissions. */
export function readNotes(columns: Columns, cells: readonly Cell[]): Notes {
  const title = cellText(cellAt(cells, columns.title));
  const facts = (["api", "action", "dependencies"] as const).flatMap((column) =>
    cellAt(cells, columns[column])
      .filter((block) => block.kind === "note")
      .map(({ text }) => ({ column, text, fact: readNote(text, title) })),
  );
  return {
    companionRoles: facts.flatMap(({ fact }) => fact?.companionRoles ?? []),
    defaultEnterpriseProjectOnly: facts.some(({ fact }) => fact?.defaultEnterpriseProjectOnly === true),
    problems: facts.filter(({ fact }) => fact === undefined).map(({ column, text }) => ({ column, text })),
  };
}

export interface Remarks {
  readonly dependencies: readonly NamedAction[];
  readonly companionRoles: readonly CompanionRole[];
}

/** The facts of a column of remarks: names, which apply to a case that the prose describes, and the encryption role. */
export function readRemarks(columns: Columns, cells: readonly Cell[], prefixes: ServicePrefixes): Remarks {
  const lines = cellAt(cells, columns.remarks).map((block) => block.text);
  return {
    dependencies: lines
      .flatMap((line) => findNames(line, prefixes).names)
      .map((name) => ({ name, qualifier: "only-in-some-cases" as const })),
    companionRoles: lines.map(encryptionRoleOf).filter((role) => role !== undefined),
  };
}
