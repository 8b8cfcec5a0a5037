import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import { locOf } from "./locate.js";
import type { Problem, Repair } from "./policy/problem.js";
import type { PolicyRuleContext } from "./rule.js";
import type { Edit } from "./text/list-edit.js";
import { isWithin, type Range } from "./text/range.js";

/**
 * Reports a problem: its first safe repair is the fix, the others are suggestions.
 *
 * @param owner the policy that the problem is of. A constant that it mentions may be used elsewhere for something
 *   else, so that a repair of it is never a fix.
 */
export function reportProblem<Id extends string>(
  context: Pick<PolicyRuleContext<unknown[], Id>, "report" | "sourceCode">,
  { range, id, data = {}, repairs = [] }: Problem<Id>,
  owner: Range,
): void {
  const { sourceCode } = context;
  const changes = repairs
    .map((repair) => ({ repair, edits: repair.edits(sourceCode.text) }))
    .filter(({ edits }) => edits.length > 0);
  const fix = changes.find(({ repair, edits }) => repair.isSafe && edits.every((edit) => isWithin(edit.range, owner)));
  context.report({
    loc: locOf(sourceCode, range),
    messageId: id,
    data,
    fix: fix && apply(fix.edits),
    suggest: changes.filter((change) => change !== fix).map(({ repair, edits }) => suggestionOf(repair, edits)),
  });
}

function suggestionOf<Id extends string>({ id, data = {} }: Repair<Id>, edits: readonly Edit[]) {
  return { messageId: id, data, fix: apply(edits) };
}

function apply(edits: readonly Edit[]): (editor: RuleTextEditor) => RuleTextEdit[] {
  return (editor) => edits.map(({ range, text }) => editor.replaceTextRange([...range], text));
}
