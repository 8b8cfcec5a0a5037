import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import type { Member, Value } from "../policy/value.js";
import { MappedText, hole } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";
import { Decoder, decodeStringLiteral } from "../text/string-literal.js";
import type { Candidate, CandidateMarks } from "./candidates.js";
import { lazyArray, lazyObject, policyString, type ObjectParts } from "./values.js";

/** The trees of espree, `@typescript-eslint/parser` and `jsonc-eslint-parser`, whose shapes agree but for names. */
type Node = TSESTree.Node | Jsonc.JSONNode;
type ObjectNode = TSESTree.ObjectExpression | Jsonc.JSONObjectExpression;
type PropertyNode = ObjectNode["properties"][number];
type TemplateNode = TSESTree.TemplateLiteral | Jsonc.JSONTemplateLiteral;

export interface EstreeSource {
  readonly ast: TSESTree.Program | Jsonc.JSONProgram;
  readonly text: string;
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
}

/** The candidates of a JavaScript, TypeScript or jsonc-eslint-parser file, outer before inner, in source order. */
export function* estreeCandidates(source: EstreeSource, marks: CandidateMarks): Generator<Candidate> {
  const text = MappedText.verbatim(source.text);
  const pending: Node[] = [source.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isCandidate(node, marks)) {
      const value = estreeValue(node, text);
      if (value.kind === "object" || value.kind === "string") {
        yield value;
      }
    }
    for (const child of childrenOf(node, source.visitorKeys).reverse()) {
      pending.push(child);
    }
  }
}

function isCandidate(node: Node, marks: CandidateMarks): boolean {
  switch (node.type) {
    case "ObjectExpression":
    case "JSONObjectExpression":
      return node.properties.some((property) => marks.keys.has(keyOf(property)?.name ?? ""));
    case "Literal":
    case "JSONLiteral":
      return typeof node.value === "string" && node.value.includes(marks.word);
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
      return node.quasis.some((quasi) => quasi.value.raw.includes(marks.word));
    default:
      return false;
  }
}

function childrenOf(node: Node, visitorKeys: EstreeSource["visitorKeys"]): Node[] {
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => node[key as keyof Node] as unknown as Node | Node[] | null)
    .filter((child) => child !== null && child !== undefined);
}

function estreeValue(node: Node, text: MappedText): Value {
  const range: Range = node.range;
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return estreeValue(node.expression, text);
    case "CallExpression":
      return stringifiedValue(node, text);
    case "ObjectExpression":
    case "JSONObjectExpression":
      return lazyObject(range, () => partsOf(node, text));
    case "ArrayExpression":
    case "JSONArrayExpression":
      return lazyArray(range, () => node.elements.map((element) => elementValue(element, range, text)));
    case "Literal":
    case "JSONLiteral":
      return literalValue(node.value, range, text);
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
      return templateValue(node, text);
    default:
      return { kind: "unknown", range };
  }
}

/** `JSON.stringify(value)` carries what it is given. */
function stringifiedValue(call: TSESTree.CallExpression, text: MappedText): Value {
  const { callee } = call;
  const [argument] = call.arguments;
  const isStringify =
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "JSON" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "stringify";
  return isStringify && argument ? estreeValue(argument, text) : { kind: "unknown", range: call.range };
}

function elementValue(element: Node | null, arrayRange: Range, text: MappedText): Value {
  // A hole in a sparse array has no place of its own.
  return element ? estreeValue(element, text) : { kind: "unknown", range: arrayRange };
}

function partsOf(node: ObjectNode, text: MappedText): ObjectParts {
  const members: Member[] = [];
  for (const property of node.properties) {
    const key = keyOf(property);
    if (key && "value" in property) {
      members.push({ key: key.name, keyRange: key.range, value: estreeValue(property.value, text) });
    }
  }
  return { members, isComplete: members.length === node.properties.length };
}

/** The name of a property that is written out; a spread, an accessor or a computed name has none. */
function keyOf(property: PropertyNode): { name: string; range: Range } | undefined {
  if (property.type === "SpreadElement" || property.kind !== "init") {
    return undefined;
  }
  const { key, computed } = property;
  if ((key.type === "Identifier" || key.type === "JSONIdentifier") && !computed) {
    return { name: key.name, range: key.range };
  }
  return key.type === "Literal" || key.type === "JSONLiteral"
    ? { name: String(key.value), range: key.range }
    : undefined;
}

function literalValue(value: unknown, range: Range, text: MappedText): Value {
  if (typeof value === "string") {
    const decoded = decodeStringLiteral(text, range[0] + 1, range[1] - 1);
    // They differ where a host has escapes of its own, such as the entities of a JSX attribute.
    return decoded.text === value ? policyString(range, decoded) : { kind: "unknown", range };
  }
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? { kind: "scalar", range, value }
    : { kind: "unknown", range };
}

function templateValue(node: TemplateNode, text: MappedText): Value {
  const { range } = node;
  const chunks = node.quasis.map((quasi) => chunkRange(quasi, text));
  if (chunks.includes(undefined) || hasTag(node)) {
    return { kind: "unknown", range };
  }
  const decoder = new Decoder(text, range[0] + 1);
  let holeStart: number | undefined;
  for (const [start, end] of chunks as Range[]) {
    if (holeStart !== undefined) {
      decoder.appendAs(hole, holeStart, start);
    }
    decoder.append(start, end);
    holeStart = end;
  }
  return policyString(range, decoder.finish());
}

/** A tag may read the text as it likes; one that has no escape reads it as it stands. */
function hasTag(node: TemplateNode): boolean {
  return (
    node.parent?.type === "TaggedTemplateExpression" && node.quasis.some((quasi) => quasi.value.raw.includes("\\"))
  );
}

/**
 * Where the text of a template's chunk stands: some parsers count the delimiters in, some do not; some keep
 * the CR of a line end in `raw`, some do not.
 */
function chunkRange(quasi: TemplateNode["quasis"][number], text: MappedText): Range | undefined {
  const [start, end] = quasi.range;
  const ranges: Range[] = [
    [start + 1, end - (quasi.tail ? 1 : 2)],
    [start, end],
  ];
  const raw = withoutCr(quasi.value.raw);
  return ranges.find((range) => withoutCr(text.text.slice(...range)) === raw);
}

function withoutCr(chunk: string): string {
  return chunk.replaceAll("\r\n", "\n");
}
