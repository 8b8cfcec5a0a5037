/** Reads support marks: one column per scope, or one column that lists the scopes. */
import { type Cell, cellFacts, cellText } from "./grid.js";
import { fold } from "./words.js";

/** Supported or not. `absent`: the table does not say. `undefined`: unreadable. */
export type Mark = boolean | "absent" | undefined;

/** Reads a cell of an IAM Project or Enterprise Project column. Several marks in one cell have to agree. */
export function parseMark(cell: Cell): Mark {
  const marks = cellFacts(cell).map((block) => markWords.get(fold(block.text)));
  if (marks.length === 0) return "absent";
  return marks.every((mark) => mark === marks[0]) ? marks[0] : undefined;
}

/** NFKC does not normalize the multiplication sign and the radical sign. */
const markWords: ReadonlyMap<string, boolean | "absent"> = new Map<string, boolean | "absent">([
  ["y", true],
  ["√", true],
  ["supported", true],
  ["x", false],
  ["×", false],
  ["not supported", false],
  ["-", "absent"],
  ["n/a", "absent"],
]);

export interface ScopeMarks {
  readonly iamProject: boolean;
  readonly enterpriseProject: boolean;
}

/**
 * Reads a scope cell: lists of scopes under "supported" and "not supported", in any order and in both languages, or a
 * sentence. A scope that is not named is not supported. `undefined` if the cell has unknown words.
 */
export function parseScope(cell: Cell): ScopeMarks | undefined {
  const text = fold(cellText(cell));
  if (text === "") return undefined;
  if (!new RegExp(`^(?:${scopeWord}|${fillWord}|[\\s:,()/])*$`, "u").test(text)) return undefined;
  let supported = !text.includes("support") && !text.includes("支持") ? undefined : true;
  let iamProject = false;
  let enterpriseProject = false;
  for (const [word] of text.matchAll(new RegExp(scopeWord, "gu"))) {
    if (/^(?:not supported|不支持)$/u.test(word)) supported = false;
    else if (/^(?:supported|支持)$/u.test(word)) supported = true;
    else if (supported === true && /^(?:enterprise|企业)/u.test(word)) enterpriseProject = true;
    else if (supported === true) iamProject = true;
  }
  return supported === undefined ? undefined : { iamProject, enterpriseProject };
}

/** Longer alternatives come before those that they contain. */
const scopeWord =
  "not supported|supported(?!\\.)|不支持|支持|enterprise projects?|企业项目(?:\\s*\\(enterprise project\\))?|(?:iam )?projects?|(?:iam)?项目(?:\\s*\\(project\\))?";

const fillWord = "both|and|are supported\\.|无";
