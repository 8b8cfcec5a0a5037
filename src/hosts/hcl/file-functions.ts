import { computedString } from "../strings.js";
import { lazyObject, unknown } from "../values.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { mapChoice } from "./choices.js";
import type { Evaluator } from "./evaluator.js";
import type { Call, Expression } from "./nodes.js";
import type { Scope } from "./scope.js";

/** The text of a JSON file: `file("${path.module}/policies/reader.json")`. */
export function fileText({ arguments: [path], range }: Call, evaluator: Evaluator, scope: Scope): Value {
  return path ? ofPath(path, range, evaluator, scope, (one) => evaluator.fileText(one, range)) : unknown(range);
}

/** The text of a file with the variables of a call filled in: `templatefile("policy.json.tftpl", { region = "eu-de" })`. */
export function templateFileText(call: Call, evaluator: Evaluator, scope: Scope): Value {
  const [path, variables] = call.arguments;
  const { range } = call;
  return path && variables
    ? ofPath(path, range, evaluator, scope, (one) =>
        evaluator.templateFileText(one, evaluator.value(variables, scope), range),
      )
    : unknown(range);
}

/** What is read from a file, or from each that it may be, whose path is relative or begins with `path.module`. */
function ofPath(
  path: Expression,
  range: Range,
  evaluator: Evaluator,
  scope: Scope,
  read: (path: string) => Value,
): Value {
  const folder = lazyObject(range, () => ({
    members: [{ key: "module", keyRange: range, range, value: computedString(range, MappedText.at(".", range)) }],
    isComplete: false,
  }));
  const value = evaluator.value(path, scope.with({ path: folder }));
  return mapChoice(value, (one) => (one.kind === "string" && one.isStatic ? read(one.value) : unknown(range)));
}
