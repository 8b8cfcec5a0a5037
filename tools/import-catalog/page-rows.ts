/** Reads the permission rows of a page. */
import type { CompanionRole, NamedAction, PermissionRow } from "../../src/catalog/format.js";
import { type ActionCase, type ActionCell, parseActionCell } from "./action-cell.js";
import type { ServicePrefixes } from "./action-names.js";
import { parseApiCell } from "./api-cell.js";
import { type Columns, type Role, cellAt, findColumns } from "./columns.js";
import { type Cell, type Grid, cellText, emptyCell } from "./grid.js";
import { findIdentityActions } from "./identity-names.js";
import type { IdentityParts } from "./identity-parts.js";
import { readIdentityTables } from "./identity-tables.js";
import { nameKey, nameOf, serviceOf } from "./names.js";
import { type CellProblem, readNotes, readRemarks, readSupport } from "./row-parts.js";
import { isAbandoned } from "./words.js";

/** A permission row without its page, which gets its index when the service file is built. */
export interface PageRow extends Omit<PermissionRow, "source"> {
  /** What the row's APIs do, in the page's words. Only compared: no sentence of a page is kept. */
  readonly operation?: string;
  /** The names that identity policies have for the row's actions. Not part of the row in the catalogue. */
  readonly identityActions?: readonly string[];
  /** Table on the page and row of its body. Both count from 1. */
  readonly at: readonly [table: number, row: number];
}

/** An unreadable cell or line of a cell. */
export interface Problem extends CellProblem {
  readonly at: readonly [table: number, row: number];
}

export interface PageReading {
  /** The number of permission tables. */
  readonly tables: number;
  readonly rows: readonly PageRow[];
  readonly problems: readonly Problem[];
  /** Of an authorization reference of identity policies, which has no permission rows. */
  readonly identity?: IdentityParts;
}

/** Reads all permission tables of a page. Rows with an unreadable cell are left out and listed as problems. */
export function readPage(grids: readonly Grid[], prefixes: ServicePrefixes): PageReading {
  const identity = readIdentityTables(grids);
  if (identity !== undefined) return { tables: 0, rows: [], problems: [], identity };
  const rows: PageRow[] = [];
  const problems: Problem[] = [];
  let tables = 0;
  for (const [tableIndex, grid] of grids.entries()) {
    const columns = findColumns(grid);
    if (columns === undefined) continue;
    tables += 1;
    for (const rowIndex of grid.body.keys()) {
      const at = [tableIndex + 1, rowIndex + 1] as const;
      const reading = readRow(columns, fillBlankCells(grid, columns, rowIndex), prefixes);
      if (reading.problems.length === 0) rows.push(...reading.rows.map((row) => ({ ...row, at })));
      problems.push(...reading.problems.map((problem) => ({ ...problem, at })));
    }
  }
  return { tables, rows, problems };
}

/**
 * A row with a blank action cell continues the row above, whose row span was lost. Fills in its blank cells from there.
 */
function fillBlankCells(grid: Grid, columns: Columns, rowIndex: number): readonly Cell[] {
  const own = grid.body[rowIndex] ?? [];
  if (rowIndex === 0 || cellAt(own, columns.action).length > 0) return own;
  const above = fillBlankCells(grid, columns, rowIndex - 1);
  return own.map((cell, column) => (cell.length === 0 ? (above[column] ?? emptyCell) : cell));
}

interface RowReading {
  readonly rows: readonly Omit<PageRow, "at">[];
  readonly problems: readonly CellProblem[];
}

function readRow(columns: Columns, cells: readonly Cell[], prefixes: ServicePrefixes): RowReading {
  const title = cellText(cellAt(cells, columns.title));
  const actions = parseActionCell(cellAt(cells, columns.action), prefixes, { title, service: "" });
  const dependencies = parseActionCell(cellAt(cells, columns.dependencies), prefixes, {
    title,
    service: serviceOfFirst(actions),
  });
  const apis = parseApiCell(cellAt(cells, columns.api));
  const support = readSupport(columns, cells);
  const notes = readNotes(columns, cells);
  const remarks = readRemarks(columns, cells, prefixes);
  const problemsOf = (column: Role, texts: readonly string[]): readonly CellProblem[] =>
    texts.map((text) => ({ column, text }));
  const companionRoles = uniqueRoles([
    ...notes.companionRoles,
    ...actions.companionRoles,
    ...dependencies.companionRoles,
    ...remarks.companionRoles,
  ]);
  const abandoned = isAbandoned(title);
  const identityActions = findIdentityActions(cellText(cellAt(cells, columns.identityAction)));
  return {
    rows: casesOf(actions, dependencies).map((one) => ({
      ...(title !== "" && { operation: title }),
      apis: apis.apis,
      actions: one.actions,
      ...((columns.dependencies !== undefined || remarks.dependencies.length > 0) && {
        dependencies: without(one.actions, [...one.dependencies, ...remarks.dependencies]),
      }),
      ...support.marks,
      ...(companionRoles.length > 0 && { companionRoles }),
      ...(notes.defaultEnterpriseProjectOnly && { defaultEnterpriseProjectOnly: true as const }),
      ...(abandoned && { abandoned: true as const }),
      ...(identityActions.length > 0 && { identityActions }),
    })),
    problems: [
      ...problemsOf("action", actions.problems),
      ...problemsOf("dependencies", dependencies.problems),
      ...problemsOf("api", apis.problems),
      ...notes.problems,
      ...support.problems,
    ],
  };
}

/** The dependencies of a row without those that its actions require already: some tables repeat the action itself. */
function without(actions: readonly NamedAction[], dependencies: readonly NamedAction[]): readonly NamedAction[] {
  const always = new Set(actions.filter((action) => typeof action === "string").map(nameKey));
  const own = new Set(actions.map(caseKey));
  return dependencies.filter((one) => !always.has(nameKey(nameOf(one))) && !own.has(caseKey(one)));
}

function caseKey(action: NamedAction): string {
  return typeof action === "string" ? nameKey(action) : `${nameKey(action.name)} ${action.qualifier}`;
}

function serviceOfFirst({ always, cases }: ActionCell): string {
  const [first] = [...always, ...cases.flatMap(({ names }) => names)];
  return first === undefined ? "" : serviceOf(nameOf(first));
}

interface RowCase {
  readonly actions: readonly NamedAction[];
  readonly dependencies: readonly NamedAction[];
}

/** Splits a row into one per case. Only the requirements that all of these share are requirements of the API. */
function casesOf(actions: ActionCell, dependencies: ActionCell): readonly RowCase[] {
  const labels = new Set([...actions.cases, ...dependencies.cases].map((one) => one.label));
  if (labels.size === 0) return [{ actions: actions.always, dependencies: dependencies.always }];
  return [...labels].map((label) => ({
    actions: [...actions.always, ...namesUnder(label, actions.cases)],
    dependencies: [...dependencies.always, ...namesUnder(label, dependencies.cases)],
  }));
}

function namesUnder(label: string, cases: readonly ActionCase[]): readonly NamedAction[] {
  return cases.filter((one) => one.label === label).flatMap((one) => one.names);
}

function uniqueRoles(roles: readonly CompanionRole[]): readonly CompanionRole[] {
  return [...new Map(roles.map((role) => [JSON.stringify(role), role])).values()];
}
