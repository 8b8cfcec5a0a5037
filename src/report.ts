import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import { locOf } from "./locate.js";
import type { Problem, Repair } from "./policy/problem.js";
import type { PolicyRuleContext } from "./rule.js";

/** Reports a problem: its first safe repair is the fix, the others are suggestions. */
export function reportProblem<Id extends string>(
  context: Pick<PolicyRuleContext<unknown[], Id>, "report" | "sourceCode">,
  { range, id, data = {}, repairs = [] }: Problem<Id>,
): void {
  const fix = repairs.find(({ isSafe }) => isSafe);
  context.report({
    loc: locOf(context.sourceCode, range),
    messageId: id,
    data,
    fix: fix && apply(fix, context.sourceCode.text),
    suggest: repairs
      .filter((repair) => repair !== fix)
      .map((repair) => ({
        messageId: repair.id,
        data: repair.data ?? {},
        fix: apply(repair, context.sourceCode.text),
      })),
  });
}

function apply(repair: Repair, source: string): (editor: RuleTextEditor) => RuleTextEdit[] {
  return (editor) => repair.edits(source).map(({ range, text }) => editor.replaceTextRange([...range], text));
}
