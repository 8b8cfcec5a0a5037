import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import type { Edit, Phrase, Problem, ProblemData, Variants } from "../edit/problem.js";
import type { TextChange } from "../edit/list-changes.js";
import { isWithin, type Range } from "../text/range.js";
import type { SourceText, Syntax } from "../text/syntax.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { lineNames, locOf } from "./locations.js";

/** The length that no message exceeds: in an editor or a terminal, a longer one is not read. */
const maxCharacters = 300;

/**
 * Reports what checks find in a file, each problem once: policies may share a constant, and what is wrong in it is not
 * said again for each of them.
 */
export class Reporter<Id extends string> {
  readonly #context: PolicyRuleContext<unknown[], Id>;
  readonly #source: SourceText;
  readonly #messages: Readonly<Record<Id, string>>;
  readonly #reported = new Set<string>();

  /** @param messages the rule's messages, by id */
  constructor(context: PolicyRuleContext<unknown[], Id>, syntax: Syntax, messages: Readonly<Record<Id, string>>) {
    this.#context = context;
    this.#source = { text: context.sourceCode.text, syntax };
    this.#messages = messages;
  }

  /**
   * The first fix among a problem's edits is offered as the fix, the other edits as suggestions.
   *
   * @param owner the policy that the problem is in. A constant that it references may be used elsewhere for something
   *   else, so a change there is never a fix, unless the problem itself says where a fix may be.
   */
  report({ range, id, data = {}, edits = [], fixableRange }: Problem<Id>, owner: Range): void {
    const text = this.#dataOf(id, data);
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
    return { messageId: id, data: this.#dataOf(id, data), fix: apply(changes) };
  }

  /**
   * The values of a message's placeholders. While the message is too long, its phrases get shorter wordings: those of
   * the first placeholder in `data` before those of the next one.
   */
  #dataOf(id: Id, data: ProblemData): Record<string, string | number> {
    const wordings = new Map(variantsIn(data).map((phrase) => [phrase, 0]));
    for (;;) {
      const texts = Object.fromEntries(
        Object.entries(data).map(([name, phrase]) => [name, this.#textOf(phrase, wordings)]),
      );
      const isTooLong = lengthOf(this.#messages[id], texts) > maxCharacters;
      const next = isTooLong ? [...wordings].find(([{ variants }, index]) => index + 1 < variants.length) : undefined;
      if (!next) {
        return texts;
      }
      wordings.set(next[0], next[1] + 1);
    }
  }

  /** @param wordings the index of the wording to use, for each phrase that has several */
  #textOf(phrase: Phrase, wordings: ReadonlyMap<Variants, number>): string | number {
    if (typeof phrase !== "object") {
      return phrase;
    }
    if ("variants" in phrase) {
      return phrase.variants[wordings.get(phrase) ?? 0] ?? "";
    }
    return "linesOf" in phrase
      ? lineNames(this.#context, phrase.linesOf)
      : phrase.map((piece) => this.#textOf(piece, wordings)).join("");
  }
}

function variantsIn(data: ProblemData): readonly Variants[] {
  return Object.values(data)
    .flat()
    .filter((piece) => typeof piece === "object" && "variants" in piece);
}

/** The length of a message once its placeholders are filled in. */
function lengthOf(message: string, texts: Readonly<Record<string, string | number>>): number {
  return message.replaceAll(/\{\{(?<name>\w+)\}\}/gu, (_, name: string) => String(texts[name] ?? "")).length;
}

function apply(changes: readonly TextChange[]): (editor: RuleTextEditor) => RuleTextEdit[] {
  return (editor) => changes.map(({ range, text }) => editor.replaceTextRange([...range], text));
}
