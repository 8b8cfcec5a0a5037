import type { Edit } from "../../edit/problem.js";
import type { PolicyDocument } from "../../policy/document.js";
import type { PolicyString, Value } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { ShapeProblem } from "./shape-problem.js";

/**
 * Aliases of YAML that have no anchor, such as an action that begins with a star and has no quotes: the linter's parser
 * takes them, and no program that reads the file does.
 */
export function aliasProblems({ value }: PolicyDocument): readonly ShapeProblem[] {
  return [...aliasesIn(value, new Set())];
}

/** @param seen the values looked at so far, because what aliases stand for may be nested in one another */
function* aliasesIn(value: Value, seen: Set<Value>): Generator<ShapeProblem> {
  if (seen.has(value)) {
    return;
  }
  seen.add(value);
  switch (value.kind) {
    case "string":
      if (value.isAlias) {
        yield { range: value.range, id: "aliasText", data: { text: truncate(value.value) }, edits: [quoteText(value)] };
      }
      break;
    case "unknown":
      if (value.alias !== undefined) {
        yield { range: value.range, id: "aliasWithoutAnchor", data: { name: truncate(value.alias) } };
      }
      break;
    case "object":
      for (const member of value.members) {
        yield* aliasesIn(member.value, seen);
      }
      break;
    case "array":
      for (const element of value.elements) {
        yield* aliasesIn(element, seen);
      }
  }
}

/** No fix: with the quotes, the file grants what nothing could grant without them. */
function quoteText({ range, value }: PolicyString): Edit<"quote"> {
  return {
    id: "quote",
    kind: "suggestion",
    changes: ({ syntax }) =>
      syntax.isPlain(value) ? [{ range, text: `${syntax.quoteMark}${value}${syntax.quoteMark}` }] : [],
  };
}
