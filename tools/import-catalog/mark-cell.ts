/** Support marks: a column of its own for each scope, or one column that says both in words. */
import { type Cell, cellFacts, cellText } from "./grid.js";
import { fold } from "./words.js";

/** `true`, `false`, absent (`"absent"`, the table does not say), or not understood. */
export type Mark = boolean | "absent" | undefined;

/** A cell of an IAM Project or Enterprise Project column; marks one below the other have to agree. */
export function parseMark(cell: Cell): Mark {
  const marks = cellFacts(cell).map((block) => markWords.get(fold(block.text)));
  if (marks.length === 0) return "absent";
  return marks.every((mark) => mark === marks[0]) ? marks[0] : undefined;
}

/** NFKC leaves the multiplication sign and the radical alone. */
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
 * A scope cell: a list of scopes under "supported" and "not supported", in either order and language, or a
 * sentence. A scope that is not named is not supported. Nothing where the words are not understood.
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

/** The order decides: a longer word comes before the word that it contains. */
const scopeWord =
  "not supported|supported(?!\\.)|不支持|支持|enterprise projects?|企业项目(?:\\s*\\(enterprise project\\))?|(?:iam )?projects?|(?:iam)?项目(?:\\s*\\(project\\))?";

const fillWord = "both|and|are supported\\.|无";
