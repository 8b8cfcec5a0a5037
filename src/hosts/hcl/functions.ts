import type { Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { unknown } from "../values.js";
import { decoded, encoded } from "./encodings.js";
import type { Evaluator } from "./evaluator.js";
import { fileText, templateFileText } from "./file-functions.js";
import { listFunctions } from "./list-functions.js";
import type { Call } from "./nodes.js";
import { objectFunctions } from "./object-functions.js";
import type { Scope } from "./scope.js";
import { selections } from "./selections.js";
import { textFunctions } from "./text-functions.js";
import { isListOfKnownLength } from "./traversal-values.js";

/** The arguments of a call, with what they are written in. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly range: Range;
  readonly evaluator: Evaluator;
}

export type FunctionReader = (call: Arguments) => Value;

/** Functions whose result is known if their arguments are (developer.hashicorp.com/terraform/language/functions). */
const functions: Readonly<Record<string, FunctionReader>> = {
  ...listFunctions,
  ...objectFunctions,
  ...selections,
  ...textFunctions,
  jsondecode: decoded,
  jsonencode: encoded,
  nonsensitive: first,
  sensitive: first,
};

/** Functions that read files, whose paths have names of their own. */
const fileFunctions: Readonly<Record<string, typeof fileText>> = { file: fileText, templatefile: templateFileText };

/** Functions whose result is a text that is no policy by itself, but JSON text once more when it is encoded. */
const readers: ReadonlySet<string> = new Set(["file", "jsonencode", "templatefile"]);

/** The result of a function; unknown if it depends on more than its arguments. */
export function callValue(node: Call, evaluator: Evaluator, scope: Scope): Value {
  const { name, range } = node;
  const [argument] = node.arguments;
  const readFile = Object.hasOwn(fileFunctions, name.name) ? fileFunctions[name.name] : undefined;
  if (readFile) {
    return node.isExpanded ? unknown(range) : readFile(node, evaluator, scope);
  }
  const read = Object.hasOwn(functions, name.name) ? functions[name.name] : undefined;
  if (!read) {
    return unknown(range);
  }
  if (name.name === "jsonencode" && argument?.type === "Call" && readers.has(argument.name.name)) {
    return { kind: "unknown", range, isQuotedText: true };
  }
  const written = node.arguments.map((value) => evaluator.value(value, scope));
  const values = node.isExpanded ? expanded(written, name.name) : written;
  return values ? read({ values, range, evaluator }) : unknown(range);
}

/** Functions for which it is the same how many arguments there are. */
const gathering: ReadonlySet<string> = new Set(["concat", "merge", "setunion"]);

/** The arguments of which the last one is a list: `merge(a, b...)`. */
function expanded(values: readonly Value[], name: string): readonly Value[] | undefined {
  const last = values.at(-1);
  return last?.kind === "array" && (gathering.has(name) || isListOfKnownLength(last))
    ? [...values.slice(0, -1), ...last.elements]
    : undefined;
}

/** Functions that change nothing that a check looks at. */
function first({ values: [value], range }: Arguments): Value {
  return value ?? unknown(range);
}
