import type { ArrayNode, DocumentNode, ObjectNode, StringNode, ValueNode } from "@humanwhocodes/momoa";
import { maxDepth } from "../../policy/depth.js";
import type { ArrayValue, Member, ObjectValue, PolicyString, RawCharacter, Value } from "../../policy/value.js";
import type { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { decodeStringLiteral } from "../../text/string-literal.js";
import type { Candidate, CandidateFilter } from "../candidates.js";
import { policyString } from "../strings.js";
import { lazyObject, numberOf, writtenArray } from "../values.js";

/** A language of the parser. JSONC differs from JSON in comments and commas only. */
type Mode = "json" | "json5";

/**
 * The value of a momoa node, from the tree of `@eslint/json` or from JSON in a string.
 *
 * @param text the parsed text, which the offsets of the node refer to
 */
export function momoaValue(node: ValueNode, text: MappedText, mode: Mode = "json"): Value {
  const range = rangeOf(node, text);
  switch (node.type) {
    case "Object":
      return objectOf(node, text, mode, false);
    case "Array":
      return listOf(node, range, text, mode);
    case "String":
      return stringBetween(range, text, mode, node.loc.start.offset + 1, node.loc.end.offset - 1);
    case "Number":
      return numberOf(range, node.value, text.text.slice(node.loc.start.offset, node.loc.end.offset));
    case "Boolean":
      return { kind: "scalar", range, value: node.value };
    case "Null":
      return { kind: "scalar", range, value: null };
    default:
      return { kind: "unknown", range };
  }
}

function listOf(node: ArrayNode, range: Range, text: MappedText, mode: Mode): ArrayValue {
  const read = () => node.elements.map((element) => momoaValue(element.value, text, mode));
  return writtenArray(range, read, plainTexts(node));
}

/** The root value of a JSON document. */
export function momoaRoot({ body }: DocumentNode, text: MappedText, mode: Mode = "json"): Value {
  return body.type === "Object" ? objectOf(body, text, mode, true) : momoaValue(body, text, mode);
}

/** The candidates of a JSON document, in source order, outer before inner. */
export function momoaCandidates(
  document: DocumentNode,
  text: MappedText,
  filter: CandidateFilter,
  mode: Mode = "json",
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const pending: ValueNode[] = [document.body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const isRoot = node === document.body;
    if ((isCandidate(node, filter) || (isRoot && hasKey(node, filter.rootKeys))) && !isTooDeep(node)) {
      candidates.push((isRoot ? momoaRoot(document, text, mode) : momoaValue(node, text, mode)) as Candidate);
    }
    pushChildren(node, pending, filter);
  }
  return candidates;
}

function objectOf(node: ObjectNode, text: MappedText, mode: Mode, isWhole: boolean): ObjectValue {
  const range = rangeOf(node, text);
  return lazyObject(range, () => ({ members: membersOf(node, text, mode), isComplete: true }), { isWhole });
}

function isCandidate(node: ValueNode, filter: CandidateFilter): boolean {
  return node.type === "String" ? node.value.includes(filter.word) : hasKey(node, filter.keys);
}

function hasKey(node: ValueNode, keys: ReadonlySet<string>): boolean {
  return node.type === "Object" && node.members.some((member) => keys.has(keyOf(member.name)));
}

/**
 * Pushes children in reverse, so that `pop` returns them in source order. Strings without the word are skipped here
 * because most nodes are strings.
 */
function pushChildren(node: ValueNode, pending: ValueNode[], { word }: CandidateFilter): void {
  const parts = partsOf(node);
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part && (part.value.type !== "String" || part.value.value.includes(word))) {
      pending.push(part.value);
    }
  }
}

/** Whether a value is nested deeper than checks can recurse. The parser accepts more levels. */
export function isTooDeep(node: ValueNode, remaining = maxDepth): boolean {
  if (remaining < 0) {
    return true;
  }
  const parts = partsOf(node);
  for (let index = 0; index < parts.length; index++) {
    const value = parts[index]?.value;
    if (value && value.type !== "String" && isTooDeep(value, remaining - 1)) {
      return true;
    }
  }
  return false;
}

function partsOf(node: ValueNode): readonly { readonly value: ValueNode }[] {
  return node.type === "Object" ? node.members : node.type === "Array" ? node.elements : [];
}

function membersOf(node: ObjectNode, text: MappedText, mode: Mode): Member[] {
  const members: Member[] = [];
  for (const member of node.members) {
    members.push({
      key: keyOf(member.name),
      keyRange: rangeOf(member.name, text),
      readKey: () => keyString(member.name, text, mode),
      range: rangeOf(member, text),
      value: momoaValue(member.value, text, mode),
    });
  }
  return members;
}

function keyOf(name: ObjectNode["members"][number]["name"]): string {
  return name.type === "Identifier" ? name.name : name.value;
}

function keyString(name: ObjectNode["members"][number]["name"], text: MappedText, mode: Mode): PolicyString {
  const { start, end } = name.loc;
  // JSON5 allows keys without quotes.
  const quotes = name.type === "String" ? 1 : 0;
  return stringBetween(rangeOf(name, text), text, mode, start.offset + quotes, end.offset - quotes);
}

/** The texts of a list of strings without escapes, as the parser has them; `undefined` for any other list. */
function plainTexts({ elements }: ArrayNode): readonly string[] | undefined {
  const texts: string[] = [];
  for (const { value } of elements) {
    if (!isPlain(value)) {
      return undefined;
    }
    texts.push(value.value);
  }
  return texts;
}

/** An escape is longer than what it stands for; a carriage return in a string is read as a line feed. */
function isPlain(node: ValueNode): node is StringNode {
  return (
    node.type === "String" &&
    node.value.length === node.loc.end.offset - node.loc.start.offset - 2 &&
    !node.value.includes("\r")
  );
}

/** The string whose content is from `start` up to `end` of the parsed text. */
function stringBetween(range: Range, text: MappedText, mode: Mode, start: number, end: number): PolicyString {
  const raw = mode === "json" ? rawCharacterIn(text, start, end) : undefined;
  return policyString(range, decodeStringLiteral(text, start, end), raw);
}

/** Without this, the parser's leniency would hide that no other reader takes the text (facts.md#control-characters). */
function rawCharacterIn(text: MappedText, start: number, end: number): RawCharacter | undefined {
  const raw = text.text.slice(start, end);
  const [beginning = "", character] = (controlCharacter.test(raw) ? upToUnescaped.exec(raw) : undefined) ?? [];
  if (character === undefined) {
    return undefined;
  }
  const index = start + beginning.length;
  return { text: character, range: text.sourceRange(index - character.length, index) };
}

/** The control characters that JSON forbids in strings. */
const controlCharacter = /[\u0000-\u001f]/u;

/** The text up to the first of them. In JSON5, a backslash before a line break continues the string. */
const upToUnescaped = /^(?:[^\\\u0000-\u001f]|\\(?:\r\n|(?!\r\n)[^]))*(\r\n|[\u0000-\u001f])/u;

function rangeOf(
  { loc }: ValueNode | ObjectNode["members"][number]["name"] | ObjectNode["members"][number],
  text: MappedText,
): Range {
  return text.sourceRange(loc.start.offset, loc.end.offset);
}
