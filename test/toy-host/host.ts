import type { ConstantValue } from "../../src/hosts/candidates.js";
import type { Host } from "../../src/hosts/host.js";
import { policyString } from "../../src/hosts/strings.js";
import { lazyArray, lazyObject, placedIn } from "../../src/hosts/values.js";
import type { Member, ObjectValue, Value } from "../../src/policy/value.js";
import { MappedText } from "../../src/text/mapped-text.js";
import type { ToyNode } from "./language.js";

/** A third language, to prove that nothing outside a host's folder knows its language: `{Action ("ims:images:list")}`. */
export const toyHost: Host = {
  languages: ["toy/lisp"],
  rootNode: "File",
  syntax: {
    comments: /;[^\n]*/gu,
    list: { open: "(", close: ")", separator: "" },
    member: { assignment: " ", separator: "" },
    quoteMark: '"',
    isPlain: (text) => !text.includes('"'),
    isBareKey: (key) => /^\w+$/u.test(key),
  },
  owns: (tree) => "type" in tree && tree.type === "File",
  candidates: ({ ast, text }, { keys }) => [
    ...(nodesIn(ast as ToyNode)
      .map((node) => valueOf(node, text, (ast as ToyNode).children[0] === node))
      .filter((value) => value.kind === "object" && value.members.some(({ key }) => keys.has(key))) as ObjectValue[]),
    ...constantsIn(ast as ToyNode, text),
  ],
  comments: ({ text }) =>
    [...text.matchAll(/;[^\n]*/gu)].map(({ 0: comment, index }) => ({
      text: comment.slice(1),
      range: [index, index + comment.length],
    })),
};

/** Whatever stands in the file by itself. */
function constantsIn({ children }: ToyNode, source: string): ConstantValue[] {
  return children.flatMap((node) => {
    const value = valueOf(node, source);
    return value.kind === "array" || value.kind === "object" ? [{ kind: "constant", range: node.range, value }] : [];
  });
}

function nodesIn(node: ToyNode): ToyNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function valueOf({ type, range, children }: ToyNode, source: string, isWhole = false): Value {
  const text = source.slice(...range);
  switch (type) {
    case "List":
      return lazyArray(range, () =>
        placedIn(
          range,
          children.map((child) => valueOf(child, source)),
        ),
      );
    case "Map":
      return lazyObject(range, () => ({ members: membersOf(children, source), isComplete: true }), { isWhole });
    case "Text":
      return policyString(range, MappedText.verbatim(text.slice(1, -1), range[0] + 1));
    default:
      return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/u.test(text)
        ? { kind: "scalar", range, value: JSON.parse(text) as number | boolean | null }
        : { kind: "unknown", range };
  }
}

/** Every other node is a key: a word, or a text. */
function membersOf(nodes: readonly ToyNode[], source: string): Member[] {
  return nodes.flatMap((node, index) => {
    const value = index % 2 === 0 ? nodes[index + 1] : undefined;
    const quotes = node.type === "Text" ? 1 : 0;
    const [start, end] = [node.range[0] + quotes, node.range[1] - quotes];
    const name = MappedText.verbatim(source.slice(start, end), start);
    return value
      ? [
          {
            key: name.text,
            keyRange: node.range,
            readKey: () => policyString(node.range, name),
            range: [node.range[0], value.range[1]],
            value: valueOf(value, source),
          },
        ]
      : [];
  });
}
