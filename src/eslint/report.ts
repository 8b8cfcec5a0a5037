import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import type { Edit, Problem, ProblemData, ProblemDataValue, Variants } from "../edit/problem.js";
import type { TextChange } from "../edit/list-changes.js";
import { isWithin, type Range } from "../text/range.js";
import { memoizeByText } from "../text/memoize.js";
import type { SourceText, Syntax } from "../text/syntax.js";
import { visible } from "../text/wording.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { describeLines, locOf } from "./locations.js";

/** The maximum length of a message: nobody reads a longer one in an editor or a terminal. */
const maxCharacters = 300;

/**
 * Reports the problems of a file, each once: policies may share a constant, and a mistake in it would otherwise be
 * repeated for each of them.
 */
export class Reporter<Id extends string> {
  readonly #context: PolicyRuleContext<unknown[], Id>;
  readonly #source: SourceText;
  readonly #messages: Readonly<Record<Id, string>>;
  readonly #reported = new Set<string>();
  readonly #shared: readonly Range[];

  /**
   * @param messages the messages of the rule, by id
   * @param shared the parts of the file that are used in several places: a change there is never a fix
   */
  constructor(
    context: PolicyRuleContext<unknown[], Id>,
    syntax: Syntax,
    messages: Readonly<Record<Id, string>>,
    shared: readonly Range[],
  ) {
    this.#shared = shared;
    this.#context = context;
    this.#source = { text: context.sourceCode.text, syntax };
    this.#messages = messages;
  }

  /**
   * Reports a problem. The first fix among its edits becomes the fix, the other edits become suggestions.
   *
   * @param owner the range of the policy that has the problem, `undefined` if there is none. A constant outside of it may
   *   be used for something else, so an edit there is never a fix, unless the problem has a `fixableRange`.
   */
  report({ range, id, data = {}, edits = [], fixableRange }: Problem<Id>, owner: Range | undefined): void {
    const text = this.#dataOf(id, data);
    const key = JSON.stringify([range, id, text]);
    if (this.#reported.has(key)) {
      return;
    }
    this.#reported.add(key);
    const offers = edits
      .map((edit) => ({ edit, changes: edit.changes(this.#source) }))
      .filter(({ changes }) => changes.length > 0);
    const editable = fixableRange ?? owner;
    const fix =
      editable &&
      offers.find(
        ({ edit, changes }) =>
          edit.kind === "fix" &&
          changes.every(
            ({ range }) => isWithin(range, editable) && !this.#shared.some((part) => isWithin(range, part)),
          ),
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
   * The placeholder values of a message. As long as the message is too long, its values get shorter variants: those of
   * the first value in `data` before those of the next one.
   */
  #dataOf(id: Id, data: ProblemData): Record<string, string | number> {
    const message = this.#messages[id];
    const chosen = new Map<Variants, number>();
    for (;;) {
      const texts: Record<string, string | number> = {};
      for (const name of Object.keys(data)) {
        texts[name] = this.#textOf(data[name] ?? "", chosen);
      }
      const next =
        lengthOf(message, texts) > maxCharacters
          ? variantsIn(data).find((value) => hasShorter(value, chosen))
          : undefined;
      if (!next) {
        return texts;
      }
      chosen.set(next, (chosen.get(next) ?? 0) + 1);
    }
  }

  /** @param chosen the index of the variant to use, for each value that has variants */
  #textOf(value: ProblemDataValue, chosen: ReadonlyMap<Variants, number>): string | number {
    if (typeof value !== "object") {
      // Names in lists and the texts of edits are the user's too.
      return typeof value === "string" ? visible(value) : value;
    }
    if ("variants" in value) {
      return visible(value.variants[chosen.get(value) ?? 0] ?? "");
    }
    return "linesOf" in value
      ? describeLines(this.#context, value.linesOf)
      : value.map((piece) => this.#textOf(piece, chosen)).join("");
  }
}

function variantsIn(data: ProblemData): readonly Variants[] {
  return Object.values(data)
    .flat()
    .filter((piece) => typeof piece === "object" && "variants" in piece);
}

function hasShorter(value: Variants, chosen: ReadonlyMap<Variants, number>): boolean {
  return (chosen.get(value) ?? 0) + 1 < value.variants.length;
}

/** The length of a message with its placeholders replaced. */
function lengthOf(message: string, texts: Readonly<Record<string, string | number>>): number {
  return placeholdersIn(message).reduce(
    (length, name) => length + String(texts[name] ?? "").length - `{{${name}}}`.length,
    message.length,
  );
}

/** The names of the placeholders of a message, each as often as it is there. */
const placeholdersIn = memoizeByText((message): readonly string[] =>
  [...message.matchAll(/\{\{(?<name>\w+)\}\}/gu)].map(({ groups }) => groups?.["name"] ?? ""),
);

function apply(changes: readonly TextChange[]): (editor: RuleTextEditor) => RuleTextEdit[] {
  return (editor) => changes.map(({ range, text }) => editor.replaceTextRange([...range], text));
}
