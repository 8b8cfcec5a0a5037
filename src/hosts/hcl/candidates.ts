import { memberOf } from "../../policy/members.js";
import type { Candidate, CandidateFilter, ConstantValue } from "../candidates.js";
import type { HostSource } from "../source.js";
import { withUsage } from "../strings.js";
import { fileValue } from "./body-values.js";
import { definitionsIn } from "./definitions.js";
import type { Evaluator } from "./evaluator.js";
import { Module } from "./module.js";
import { referredResources } from "./referred-resources.js";
import { pushChildren, type Visit } from "./visits.js";
import type { Call, Expression, HclFile, HclNode, ObjectExpression, Template } from "./nodes.js";

/**
 * The candidates of a file, in source order, outer before inner: the file itself, which its resources are read from, and
 * objects and texts wherever they stand. Values that refer to themselves and too deep ones are left out because checks
 * traverse the whole policy.
 */
export function* hclCandidates({ ast, text, filename }: HostSource, filter: CandidateFilter): Generator<Candidate> {
  const file = ast as HclFile;
  const module = new Module(filename, text, definitionsIn(file));
  const { evaluator } = module;
  const root = fileValue(file, evaluator);
  const { resourceWords = [""] } = filter;
  if (resourceWords.some((word) => text.includes(word)) && [...filter.rootKeys].some((key) => memberOf(root, key))) {
    yield root;
  }
  if (filter.referredType !== undefined && text.includes(filter.referredType)) {
    yield* referredResources(file, filter.referredType, module);
  }
  // Most files have resources of the same provider, and nothing else that could be a policy.
  const words = [filter.word, ...filter.keys, ...filter.names];
  const pending: Visit[] = words.some((word) => text.includes(word)) ? [{ node: file, parent: undefined }] : [];
  for (let visit = pending.pop(); visit; visit = pending.pop()) {
    const candidate = candidateAt(visit, filter, evaluator);
    if (candidate) {
      yield candidate;
    }
    pushChildren(visit.node, pending);
  }
  yield* constantsIn(file, evaluator);
}

/** Locals, variables' defaults, and values in `*.tfvars`, each of which may be a list of actions by itself. */
function* constantsIn({ body }: HclFile, evaluator: Evaluator): Generator<ConstantValue> {
  const { locals, defaults } = evaluator.definitions;
  const set = body.filter((item) => item.type === "Attribute").map(({ value }) => value);
  for (const node of [...locals.values(), ...defaults.values(), ...set]) {
    const value = hasParts(node) ? evaluator.boundedValue(node) : undefined;
    if (value?.kind === "array" || value?.kind === "object") {
      yield { kind: "constant", range: node.range, value };
    }
  }
}

/** Whether a value is made of others in this place; a name is a constant elsewhere. */
function hasParts({ type }: Expression): boolean {
  return type === "List" || type === "Object" || type === "Call";
}

function candidateAt({ node, parent }: Visit, filter: CandidateFilter, evaluator: Evaluator): Candidate | undefined {
  switch (node.type) {
    case "Attribute":
      return filter.names.has(node.name.name)
        ? { kind: "named", name: node.name.name, range: node.range, value: evaluator.boundedValue(node.value) }
        : undefined;
    case "Object":
      return !isMerge(parent) && hasKey(node, filter.keys) ? objectAt(node, evaluator) : undefined;
    case "Call":
      return isMerge(node) && !isMerge(parent) && node.arguments.some((part) => holdsKey(part, filter.keys))
        ? objectAt(node, evaluator)
        : undefined;
    case "Template":
      return includesWord(node, filter.word) ? stringAt(node, parent, evaluator) : undefined;
    default:
      return undefined;
  }
}

function objectAt(node: Expression, evaluator: Evaluator): Candidate | undefined {
  const value = evaluator.boundedValue(node);
  return value.kind === "object" ? value : undefined;
}

function stringAt(node: Template, parent: HclNode | undefined, evaluator: Evaluator): Candidate | undefined {
  const value = evaluator.value(node);
  const usage = usageIn(parent);
  return value.kind === "string" ? (usage ? withUsage(value, usage) : value) : undefined;
}

/** Functions that leave the meaning of a JSON text alone. */
const textFunctions: ReadonlySet<string> = new Set([
  "chomp",
  "jsondecode",
  "nonsensitive",
  "sensitive",
  "tostring",
  "trimspace",
]);

function usageIn(parent: HclNode | undefined): "fragment" | "other-reader" | undefined {
  switch (parent?.type) {
    case "List":
    case "Interpolation":
      return "fragment";
    case "Call":
      return textFunctions.has(parent.name.name) ? undefined : "other-reader";
    default:
      return undefined;
  }
}

/** Objects that are merged are parts of one. */
function isMerge(node: HclNode | undefined): node is Call {
  return node?.type === "Call" && node.name.name === "merge";
}

function holdsKey(node: Expression, keys: ReadonlySet<string>): boolean {
  return node.type === "Object"
    ? hasKey(node, keys)
    : isMerge(node) && node.arguments.some((part) => holdsKey(part, keys));
}

function hasKey({ members }: ObjectExpression, keys: ReadonlySet<string>): boolean {
  return members.some(({ key }) => keys.has(writtenKey(key) ?? ""));
}

function writtenKey(key: Expression): string | undefined {
  if (key.type === "Variable") {
    return key.name;
  }
  const [only, ...others] = key.type === "Template" ? key.parts : [];
  return only?.type === "TemplateText" && others.length === 0 ? only.value : undefined;
}

/** Whether a text has a word in its own parts: those of directives are not known to be there. */
function includesWord({ parts }: Template, word: string): boolean {
  return parts.some((part) => part.type === "TemplateText" && part.value.includes(word));
}
