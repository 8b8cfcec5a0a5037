import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import type { Edit, ProblemDataValue, Problem, ProblemData } from "../edit/problem.js";
import type { TextChange } from "../edit/list-changes.js";
import { isWithin, type Range } from "../text/range.js";
import type { SourceText, Syntax } from "../text/syntax.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { describeLines, locOf } from "./locations.js";

/**
 * Reports the problems of a file, each once: policies may share a constant, and a mistake in it would otherwise be
 * repeated for each of them.
 */
export class Reporter<Id extends string> {
  readonly #context: PolicyRuleContext<unknown[], Id>;
  readonly #source: SourceText;
  readonly #reported = new Set<string>();

  constructor(context: PolicyRuleContext<unknown[], Id>, syntax: Syntax) {
    this.#context = context;
    this.#source = { text: context.sourceCode.text, syntax };
  }

  /**
   * Reports a problem. The first fix among its edits becomes the fix, the other edits become suggestions.
   *
   * @param owner the range of the policy that has the problem. A constant outside of it may be used for something
   *   else, so an edit there is never a fix, unless the problem has a `fixableRange`.
   */
  report({ range, id, data = {}, edits = [], fixableRange }: Problem<Id>, owner: Range): void {
    const text = this.#dataOf(data);
    const key = JSON.stringify([range, id, text]);
    if (this.#reported.has(key)) {
      return;
    }
    this.#reported.add(key);
    const offers = edits
      .map((edit) => ({ edit, changes: edit.changes(this.#source) }))
      .filter(({ changes }) => changes.length > 0);
    const fix = offers.find(
      ({ edit, changes }) =>
        edit.kind === "fix" && changes.every((change) => isWithin(change.range, fixableRange ?? owner)),
    );
    this.#context.report({
      loc: locOf(this.#context.sourceCode, range),
      messageId: id,
      data: text,
      fix: fix && apply(fix.changes),
      suggest: offers.filter((offer) => offer !== fix).map(({ edit, changes }) => this.#suggestionOf(edit, changes)),
    });
  }

  #suggestionOf({ id, data = {} }: Edit<Id>, changes: readonly TextChange[]) {
    return { messageId: id, data: this.#dataOf(data), fix: apply(changes) };
  }

  #dataOf(data: ProblemData): Record<string, string | number> {
    return Object.fromEntries(Object.entries(data).map(([name, phrase]) => [name, this.#textOf(phrase)]));
  }

  #textOf(phrase: ProblemDataValue): string | number {
    if (typeof phrase !== "object") {
      return phrase;
    }
    return "linesOf" in phrase
      ? describeLines(this.#context, phrase.linesOf)
      : phrase.map((piece) => this.#textOf(piece)).join("");
  }
}

function apply(changes: readonly TextChange[]): (editor: RuleTextEditor) => RuleTextEdit[] {
  return (editor) => changes.map(({ range, text }) => editor.replaceTextRange([...range], text));
}
