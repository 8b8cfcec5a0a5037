/** Finds the columns of a permission table by their heads and by the action names in their cells. */
import { findNames } from "./action-names.js";
import { type Cell, type Grid, cellFacts, cellText, emptyCell } from "./grid.js";
import { isExactName } from "./names.js";
import { isNone } from "./words.js";

export type Role =
  | "title"
  | "api"
  | "action"
  | "dependencies"
  | "iamProject"
  | "enterpriseProject"
  | "scope"
  | "remarks"
  /** The name that identity policies (version 5.0) have for the same. */
  | "identityAction";

export type Columns = { readonly [role in Role]?: number };

/** The columns of a permission table, or `undefined` for a table without a column of action names. */
export function findColumns(grid: Grid): Columns | undefined {
  const roles = rolesOf(grid);
  const action = actionColumn(grid, roles);
  if (action === undefined) return undefined;
  const columns: { [role in Role]?: number } = { action };
  for (const [column, role] of roles.entries()) {
    if (role === undefined || role === "action" || column === action) continue;
    // After the column with the title of the function, a second one is prose about it.
    if (role === "title" && columns.title !== undefined) columns.remarks ??= column;
    else columns[role] ??= column;
  }
  return columns;
}

/**
 * The roles of the columns by their heads. The head of the names for identity policies is elsewhere that of the actions,
 * so it only means the former beside a column of actions.
 */
function rolesOf(grid: Grid): readonly (Role | undefined)[] {
  const roles = grid.head.map((cell) => roleOf(headWord(cell)));
  return roles.includes("action") ? roles : roles.map((role) => (role === "identityAction" ? "action" : role));
}

/** The cell of a column. Empty if the table has no such column. */
export function cellAt(cells: readonly Cell[], column: number | undefined): Cell {
  return column === undefined ? emptyCell : (cells[column] ?? emptyCell);
}

/** The head in NFKC and lower case, without whitespace and asterisks (facts.md#heads-of-tables). */
export function headWord(cell: Cell): string {
  return cellText(cell)
    .normalize("NFKC")
    .replace(/[\s*]+/gu, "")
    .toLowerCase();
}

function roleOf(word: string): Role | undefined {
  return headWords.find(([, pattern]) => pattern.test(word))?.[0];
}

/** The first match wins. */
const headWords: readonly (readonly [Role, RegExp])[] = [
  ["iamProject", /^(?:iamprojects?|iam|project|iam项目)(?:\((?:iam)?project\))?$/u],
  ["enterpriseProject", /^(?:enterpriseprojects?|enterprise|企业项目)(?:\(enterpriseproject\))?$/u],
  ["scope", /^(?:authorizationscope|scope|授权范围|授权项作用域|授权作用域)$/u],
  [
    "dependencies",
    /^(?:dependenc(?:y|ies)(?:item)?|permisodependiente|permissãodependente|dependent(?:permission|action)s?|relatedactions?|依赖的授权项(?:\(action\))?|依赖其他服务的最小化授权项)$/u,
  ],
  ["api", /^(?:apis?|对应的?api(?:接口)?|方法)$/u],
  [
    "action",
    /^(?:actions?|actionname|fine-grainedaction|授权项(?:\(action\))?|操作\(action\)|action详情|acción|ação|permission\(service:resource:action\).*)$/u,
  ],
  [
    "title",
    /^(?:permissions?|permiso|permissão|apifunction|function|operation|description|权限|权限描述|权限说明|api功能|操作名称|gaussdb\(dws\)资源操作)/u,
  ],
  ["identityAction", /^策略授权项$/u],
  ["remarks", /^(?:remarks?|备注|说明)$/u],
];

/**
 * The column with the most names, among those with a suitable head. Exact names count more than patterns: tables of
 * system policies have the patterns of the policy in one column and the actions that these match in the next. The head
 * "action" wins a tie. Tables of APIs that need no permission have no names, so only the head can tell.
 */
function actionColumn(grid: Grid, roles: readonly (Role | undefined)[]): number | undefined {
  let best: { readonly column: number; readonly score: number } | undefined;
  for (const [column, role] of roles.entries()) {
    if (role !== "action" && role !== "title") continue;
    const readings = grid.body.map((row) => namesIn(row[column] ?? emptyCell, role));
    const named = readings.filter((reading) => reading !== "none").length;
    if (named === 0 || (role === "title" && named * 2 < readings.length)) continue;
    const exact = readings.filter((reading) => reading === "exact").length;
    const score = exact + named / 1000 + (role === "action" ? 0.0001 : 0);
    if (best === undefined || score > best.score) best = { column, score };
  }
  return best?.column ?? actionColumnByHead(grid, roles);
}

function actionColumnByHead(grid: Grid, roles: readonly (Role | undefined)[]): number | undefined {
  const column = roles.indexOf("action");
  const isPermissionTable = column >= 0 && roles.includes("api");
  return isPermissionTable && grid.body.every((row) => isNone(cellText(row[column] ?? emptyCell))) ? column : undefined;
}

const noPrefixes: ReadonlySet<string> = new Set();

/** Under the head "permission", only lines without other text count, because most such columns hold titles. */
function namesIn(cell: Cell, role: "action" | "title"): "exact" | "pattern" | "none" {
  const found = cellFacts(cell).map((block) => findNames(block.text, noPrefixes));
  const counted = role === "action" ? found : found.filter(({ names, rest }) => names.length > 0 && rest === "");
  // Joined names cannot be split yet, because the service prefixes are not known.
  if (counted.some(({ names, unsplit }) => names.some(isExactName) || unsplit.length > 0)) return "exact";
  return counted.some(({ names }) => names.length > 0) ? "pattern" : "none";
}
