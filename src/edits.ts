import type { RuleTextEdit, RuleTextEditor } from "@eslint/core";
import type { Action } from "./policy/document.js";
import { additionAfter, quotedAs } from "./policy/list-addition.js";
import type { PolicySourceCode } from "./rule.js";
import { removeElement, replaceElement, type Edit, type SourceList } from "./text/list-edit.js";

type Fix = (editor: RuleTextEditor) => RuleTextEdit;

/**
 * Writes another action in the place of one, whose characters need no escape in any host; `undefined` where no
 * single literal of the file holds it.
 */
export function replaceAction({ string }: Action, name: string): Fix | undefined {
  return string.isLiteral ? write({ range: string.contentRange, text: name }) : undefined;
}

/** Writes the actions that one string holds as strings of their own; `undefined` where there is no list to change. */
export function splitAction(sourceCode: PolicySourceCode, action: Action, names: readonly string[]): Fix | undefined {
  const place = placeOf(sourceCode, action);
  const edit = place && replaceElement(place.list, place.index, quotedAs(action, names, sourceCode.text));
  return edit && write(edit);
}

/** Adds actions to the list of an action, after it; `undefined` as above. */
export function addActions(sourceCode: PolicySourceCode, action: Action, names: readonly string[]): Fix | undefined {
  const [edit] = additionAfter(action, names, sourceCode.text);
  return edit && write(edit);
}

/** Takes an action out of its list; `undefined` as above, and where a comment speaks of it. */
export function removeAction(sourceCode: PolicySourceCode, action: Action): Fix | undefined {
  const place = placeOf(sourceCode, action);
  const edit = place && removeElement(place.list, place.index);
  return edit && write(edit);
}

function write({ range, text }: Edit): Fix {
  return (editor) => editor.replaceTextRange([...range], text);
}

/** An action's place in its list. */
function placeOf({ text }: PolicySourceCode, { place }: Action): { list: SourceList; index: number } | undefined {
  return place && { list: { source: text, range: place.range, elements: place.slots }, index: place.index };
}
