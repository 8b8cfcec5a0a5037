import type { ArrayNode, DocumentNode, ObjectNode, ValueNode } from "@humanwhocodes/momoa";
import { deepest } from "../policy/endless.js";
import type { Member, ObjectValue, PolicyString, Value } from "../policy/value.js";
import type { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";
import { decodeStringLiteral } from "../text/string-literal.js";
import type { Candidate, CandidateMarks } from "./candidates.js";
import { lazyArray, lazyObject, placedIn, policyString } from "./values.js";

/**
 * The value of a momoa node: the tree of `@eslint/json` and of JSON text in a string.
 *
 * @param text the text that the tree was parsed from; the node's offsets are offsets in it
 */
export function momoaValue(node: ValueNode, text: MappedText): Value {
  const [start, end] = offsetsOf(node);
  const range = text.sourceRange(start, end);
  switch (node.type) {
    case "Object":
      return objectOf(node, text, false);
    case "Array":
      return lazyArray(range, () =>
        placedIn(
          range,
          node.elements.map((element) => momoaValue(element.value, text)),
        ),
      );
    case "String":
      return policyString(range, decodeStringLiteral(text, start + 1, end - 1));
    case "Number":
    case "Boolean":
      return { kind: "scalar", range, value: node.value };
    case "Null":
      return { kind: "scalar", range, value: null };
    default:
      return { kind: "unknown", range };
  }
}

/** The value that all of a JSON document is. */
export function momoaRoot({ body }: DocumentNode, text: MappedText): Value {
  return body.type === "Object" ? objectOf(body, text, true) : momoaValue(body, text);
}

/** The candidates of a JSON document, outer before inner, in the order of the text. */
export function* momoaCandidates(
  document: DocumentNode,
  text: MappedText,
  marks: CandidateMarks,
): Generator<Candidate> {
  const pending: ValueNode[] = [document.body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const isRoot = node === document.body;
    if ((isCandidate(node, marks) || (isRoot && hasKey(node, marks.rootKeys))) && !isTooDeep(node)) {
      yield (isRoot ? momoaRoot(document, text) : momoaValue(node, text)) as Candidate;
    }
    pushChildren(node, pending);
  }
}

function objectOf(node: ObjectNode, text: MappedText, isWhole: boolean): ObjectValue {
  const range = text.sourceRange(...offsetsOf(node));
  return lazyObject(range, () => ({ members: membersOf(node, text), isComplete: true }), { isWhole });
}

function isCandidate(node: ValueNode, marks: CandidateMarks): boolean {
  return node.type === "String" ? node.value.includes(marks.word) : hasKey(node, marks.keys);
}

function hasKey(node: ValueNode, keys: ReadonlySet<string>): boolean {
  return node.type === "Object" && node.members.some((member) => keys.has(keyOf(member.name)));
}

/** The last one first, so that the first one is next. */
function pushChildren(node: ValueNode, pending: ValueNode[]): void {
  const parts = partsOf(node);
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part) {
      pending.push(part.value);
    }
  }
}

/** Whether a value is deeper than those who judge policies can go; the parser goes deeper. */
export function isTooDeep(node: ValueNode, left = deepest): boolean {
  return left < 0 || partsOf(node).some(({ value }) => value.type !== "String" && isTooDeep(value, left - 1));
}

function partsOf(node: ValueNode): readonly { readonly value: ValueNode }[] {
  return node.type === "Object" ? node.members : node.type === "Array" ? node.elements : [];
}

function membersOf(node: ObjectNode, text: MappedText): Member[] {
  return node.members.map((member) => {
    const [start, end] = offsetsOf(member.name);
    return {
      key: keyOf(member.name),
      keyRange: text.sourceRange(start, end),
      readKey: () => keyString(member.name, text),
      range: text.sourceRange(...offsetsOf(member)),
      value: momoaValue(member.value, text),
    };
  });
}

function keyOf(name: ObjectNode["members"][number]["name"]): string {
  return name.type === "Identifier" ? name.name : name.value;
}

function keyString(name: ObjectNode["members"][number]["name"], text: MappedText): PolicyString {
  const [start, end] = offsetsOf(name);
  // JSON5 has keys without quotes.
  const quotes = name.type === "String" ? 1 : 0;
  return policyString(text.sourceRange(start, end), decodeStringLiteral(text, start + quotes, end - quotes));
}

function offsetsOf(
  node:
    ValueNode | ArrayNode["elements"][number] | ObjectNode["members"][number]["name"] | ObjectNode["members"][number],
): Range {
  return [node.loc.start.offset, node.loc.end.offset];
}
