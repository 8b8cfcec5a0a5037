import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, Value } from "../../../policy/value.js";
import { unknown } from "../../values.js";
import { callFunction } from "./calls.js";
import { InstanceCell } from "./class-value.js";
import { composed, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue, ProvidedFunction } from "./functions.js";
import { ImportedValue } from "./imports.js";
import { distributed } from "./members.js";
import { rawMember, RecordCell } from "./record.js";
import { jsonSnapshotOf } from "./snapshots.js";
import { composeText } from "./text.js";
import { functionsIn } from "./unknown-calls.js";

/** Functions of libraries that write their argument as JSON: of `Fn` of CDK for Terraform, and of Pulumi. */
const jsonEncoders: ReadonlySet<string> = new Set(["jsonencode", "jsonStringify"]);

/** Functions of YAML libraries that write their argument: every reader of YAML reads it as the same value. */
const yamlEncoders: ReadonlySet<string> = new Set(["stringify", "dump", "yamlencode"]);

interface Site {
  readonly node: TSESTree.CallExpression;
  readonly frame: Frame;
}

/** The value of a call of an encoder: what it writes; `undefined` if the call is none. */
export function callEncoder(
  evaluator: Evaluator,
  owner: Value,
  name: string | undefined,
  values: readonly Value[],
  { node, frame }: Site,
): Value | undefined {
  const [argument] = values;
  if (name === undefined || !argument) {
    return undefined;
  }
  if (owner instanceof ImportedValue) {
    const { module, path } = owner.callee;
    if (isEncoderOf({ module, path: [...path, name] })) {
      return encodedValue(evaluator, argument, node, frame);
    }
    // A token of CDK for Terraform stands for the text.
    return path.at(-1) === "Token" && /^as[A-Z]/u.test(name) ? argument : undefined;
  }
  return name === "apply" && (owner.kind === "construct" || isUnknownToAll(owner))
    ? appliedValue(evaluator, owner, argument, node, frame)
    : undefined;
}

/** Whether a function of a library writes its argument as JSON or YAML. */
export function isEncoderOf({ module, path }: Callee): boolean {
  const name = path.at(-1) ?? "";
  return module !== undefined && (jsonEncoders.has(name) || (yamlEncoders.has(name) && /yaml/iu.test(module)));
}

/** Whether a value is not even one of the program's own, such as a function. */
function isUnknownToAll(value: Value): boolean {
  return value.kind === "unknown" && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * `pulumi.output(value).apply(f)` and `pulumi.all([...]).apply(f)`: the function is called with the value, and with one
 * that is not known for the outputs of constructs.
 */
function appliedValue(
  evaluator: Evaluator,
  owner: Value,
  callback: Value,
  node: TSESTree.CallExpression,
  frame: Frame,
): Value | undefined {
  const isOutput = owner.kind === "construct" && /^(?:output|all)$/u.test(owner.callee.path.at(-1) ?? "");
  const value = isOutput && owner.callee.module !== undefined ? owner.arguments[0] : undefined;
  if (callback instanceof FunctionValue) {
    return callFunction(evaluator, callback, [value ?? evaluator.unknown(node, frame)], node, frame);
  }
  return value && callback instanceof ProvidedFunction && callback.name === "JSON.stringify"
    ? encodedValue(evaluator, value, node, frame, true)
    : undefined;
}

/**
 * What is written as JSON: the value itself, as it is now, which need not be parsed again. Stringifying a string makes a
 * quoted string instead.
 *
 * @param isCompact whether the text has no blanks and breaks, as JSON.stringify writes it
 */
export function encodedValue(
  evaluator: Evaluator,
  value: Value,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  frame: Frame,
  isCompact = false,
): Value {
  const { range } = evaluator.making(node, frame);
  return composed(range, [value], () => {
    return distributed(settled(value), range, (branch) => {
      const known = jsonOf(evaluator, branch, node, frame);
      const isFileContent = known.kind === "construct" && known.callee.path.at(-1) === "readFileSync";
      if (known.kind === "string" || isFileContent || evaluator.encoded.has(known)) {
        return { ...unknown(range), isQuotedText: true };
      }
      const text = jsonSnapshotOf(known, evaluator.budget);
      if (text.kind === "scalar") {
        return composeText(evaluator, node, frame, [text]);
      }
      if (text !== known) {
        evaluator.encoded.set(text, { original: known, isCompact });
      }
      return text;
    });
  });
}

/** What a value gives for JSON: an object may have a method for that. */
function jsonOf(
  evaluator: Evaluator,
  value: Value,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  frame: Frame,
): Value {
  const method =
    value instanceof InstanceCell
      ? value.classValue.method("toJSON")
      : value.kind === "object"
        ? rawMember(value, "toJSON")
        : undefined;
  for (const made of functionsIn(evaluator, value)) {
    if (made !== method) {
      evaluator.uncalled.functionEscapes(evaluator, made);
    }
  }
  if (!(method instanceof FunctionValue)) {
    return value;
  }
  if (value instanceof RecordCell) {
    value.isSpread = true;
  }
  return settled(callFunction(evaluator, method.boundTo(value), [], node, frame));
}
