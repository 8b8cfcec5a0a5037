import type { TSESTree } from "@typescript-eslint/utils";
import type { ArrayValue, Member, PlacedValue, Value } from "../../policy/value.js";
import { memberOf, possibleValues } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { argumentsOf, calleeOf, constructValue, chainedCallValue } from "./construct.js";
import { fieldValue } from "./fields.js";
import type { Definition, ImportedName, Names } from "./names.js";
import { isUndefined, keyOf, mayBeUndefined, readKeyOf } from "./properties.js";
import { isLiteral, type ArrayNode, type LiteralNode, type Node, type ObjectNode, type ReadValue } from "./nodes.js";
import { memberName, propertyName } from "./property-names.js";
import { concatenation, joinedText, literalValue, templateValue } from "./text.js";
import { isTransparent } from "./transparent-nodes.js";
import { lazyArray, lazyObject, unknown, type ObjectParts } from "../values.js";

/** How to find what the file itself does not tell. */
export interface ValueSources {
  readonly names: Names;
  /** The value of a name of another module, placed at the mention of it; `undefined` when it is not known. */
  readonly imported: (name: ImportedName, mention: Range) => Value | undefined;
  /** The value that the type of an expression allows, when the file is linted with types. */
  readonly typed: (node: object, mention: Range) => Value | undefined;
}

/** Beyond these, a list is not put into another: doubled often enough, it would never end. */
const maxElements = 10_000;

/** A constant that is made of more than so many others, one behind the other, is not known: calls may not be deeper. */
const maxConstants = 500;

/** Reads expressions: literals, constants, and what is put together of them. */
export class EstreeReader {
  readonly #text: MappedText;
  readonly #sources: ValueSources;
  #depth = 0;
  /** Each expression is read once, so that a construct is the same wherever it is mentioned. */
  readonly #values = new Map<Node, Value>();

  readonly #readValue: ReadValue = (node) => this.value(node);

  constructor(source: string, sources: ValueSources) {
    this.#text = MappedText.verbatim(source);
    this.#sources = sources;
  }

  value(node: Node): Value {
    const known = this.#values.get(node);
    if (known) {
      return known;
    }
    const value = isLiteral(node) ? literalValue(node.value, node.range, this.#text) : this.#readParts(node);
    const found = value.kind === "unknown" ? (this.#sources.typed(node, node.range) ?? value) : value;
    this.#values.set(node, found);
    return found;
  }

  /** The value of what may be made of others; a constant that is made of itself is not known. */
  #readParts(node: Exclude<Node, LiteralNode>): Value {
    const notKnown = unknown(node.range);
    this.#values.set(node, notKnown);
    return this.#deeper(() => this.#read(node), notKnown);
  }

  /** Reads what a value is made of; `beyond` where that is too deep. */
  #deeper<Read>(read: () => Read, beyond: Read): Read {
    if (this.#depth >= maxConstants) {
      return beyond;
    }
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  #read(node: Exclude<Node, LiteralNode>): Value {
    if (isTransparent(node)) {
      return this.value(node.expression);
    }
    switch (node.type) {
      case "AwaitExpression":
        return this.value(node.argument);
      case "ObjectExpression":
      case "JSONObjectExpression":
        return lazyObject(
          node.range,
          () => this.#deeper(() => this.#partsOf(node), { members: [], isComplete: false }),
          {
            isWhole: node.parent?.type === "JSONExpressionStatement",
          },
        );
      case "ArrayExpression":
      case "JSONArrayExpression":
        return lazyArray(node.range, () =>
          this.#deeper(() => this.#elementsOf(node), [{ value: unknown(node.range), place: undefined }]),
        );
      case "TemplateLiteral":
      case "JSONTemplateLiteral":
        return templateValue(node, this.#text, this.#readValue);
      case "Identifier":
        return this.defined(this.#sources.names(node), node.range);
      case "MemberExpression":
        return this.#member(node);
      case "BinaryExpression":
        return concatenation(node, this.#text, this.#readValue);
      case "ConditionalExpression":
        return choiceOf(node.range, [this.value(node.consequent), this.value(node.alternate)]);
      case "NewExpression":
      case "CallExpression":
        return this.#call(node);
      default:
        return unknown(node.range);
    }
  }

  /** The value of what a name stands for. */
  defined(definition: Definition | undefined, mention: Range): Value {
    switch (definition?.kind) {
      case "value":
        return this.value(definition.node);
      case "enum":
        return this.#enum(definition.node);
      case "import":
        return this.#sources.imported(definition, mention) ?? unknown(mention);
      default:
        return unknown(mention);
    }
  }

  /** The members that have an initializer; the others are numbers. */
  #enum(node: TSESTree.TSEnumDeclaration): Value {
    return lazyObject(node.range, () => ({
      members: node.body.members.flatMap(({ id, initializer, range }) => {
        const key = propertyName(id);
        return key === undefined || !initializer
          ? []
          : [{ key, keyRange: id.range, range, value: this.value(initializer) }];
      }),
      isComplete: true,
    }));
  }

  /** `Actions.list`: of an enum, of an object, of an imported object, or a property of a construct. */
  #member(node: TSESTree.MemberExpression): Value {
    const { object } = node;
    const name = memberName(node);
    if (name === undefined) {
      return unknown(node.range);
    }
    if (object.type === "ThisExpression") {
      const field = fieldValue(name, node);
      return field ? this.value(field) : unknown(node.range);
    }
    const definition = object.type === "Identifier" ? this.#sources.names(object) : undefined;
    if (definition?.kind === "import" && definition.path.length === 0) {
      return this.defined({ ...definition, path: [name] }, node.range);
    }
    const owner = this.value(object);
    if (owner.kind === "construct") {
      return { kind: "unknown", range: node.range, construct: owner };
    }
    if (owner.kind === "unknown" && owner.construct) {
      return { ...owner, range: node.range };
    }
    return (owner.kind === "object" ? memberOf(owner, name) : undefined) ?? this.#importedMember(node);
  }

  /** A member of what another module exports, which a carrier may know. */
  #importedMember(node: TSESTree.MemberExpression): Value {
    const callee = calleeOf(node, this.#sources.names);
    return callee?.module === undefined ? unknown(node.range) : { ...unknown(node.range), imported: callee };
  }

  #partsOf(node: ObjectNode): ObjectParts {
    let members: Member[] = [];
    let isComplete = true;
    for (const property of node.properties) {
      const key = keyOf(property);
      const spread = property.type === "SpreadElement" ? this.value(property.argument) : undefined;
      if (spread?.kind === "object" && spread.members.length <= maxElements) {
        members.push(...spread.members);
        isComplete &&= spread.isComplete;
      } else if (key && "value" in property && (isUndefined(property.value) || mayBeUndefined(property.value))) {
        // JSON has no such member, and none of that name that was spread in before.
        members = members.filter((member) => member.key !== key.name);
        isComplete &&= isUndefined(property.value);
      } else if (key && "value" in property) {
        members.push({
          key: key.name,
          keyRange: key.range,
          range: property.range,
          value: this.value(property.value),
          ...readKeyOf(property, this.#text),
        });
      } else {
        isComplete = false;
      }
    }
    return { members, isComplete };
  }

  #elementsOf(node: ArrayNode): readonly PlacedValue[] {
    const range: Range = node.range;
    // A hole in a sparse array has no place of its own.
    const slots = node.elements.map((element): Range => element?.range ?? range);
    const placed: PlacedValue[] = [];
    for (const [index, element] of node.elements.entries()) {
      if (element?.type === "SpreadElement") {
        placed.push(...this.#spread(element));
      } else {
        placed.push({ value: element ? this.value(element) : unknown(range), place: { range, slots, index } });
      }
    }
    return placed;
  }

  #spread(element: TSESTree.SpreadElement): readonly PlacedValue[] {
    const list = this.value(element.argument);
    return list.kind === "array"
      ? this.#elementsIn(list, element.range)
      : [{ value: unknown(element.range), place: undefined }];
  }

  #elementsIn(list: ArrayValue, mention: Range): readonly PlacedValue[] {
    return list.elements.length <= maxElements ? list.placed : [{ value: unknown(mention), place: undefined }];
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
    const { callee } = node;
    const [argument] = node.arguments;
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (node.type === "CallExpression" && callee.type === "MemberExpression" && method !== undefined) {
      const owner = callee.object.type === "Identifier" ? callee.object.name : undefined;
      if (argument && owner === "JSON" && method === "stringify") {
        return this.#stringified(argument, node.range);
      }
      if (argument && owner === "Object" && method === "freeze") {
        return this.value(argument);
      }
      if (method === "concat") {
        return this.#concat(node, callee.object);
      }
      if (/^with[A-Z]/u.test(method)) {
        return chainedCallValue(node, this.value(callee.object), this.#readValue);
      }
    }
    return constructValue(node, this.#sources.names, this.#readValue);
  }

  /** What is stringified stays what it is, so that it need not be parsed again; but for a text, which is no object. */
  #stringified(argument: TSESTree.CallExpressionArgument, range: Range): Value {
    const value = this.value(argument);
    const isFileText = value.kind === "construct" && value.callee.path.at(-1) === "readFileSync";
    return value.kind === "string" || isFileText || isStringify(argument)
      ? { kind: "unknown", range, isQuotedText: true }
      : value;
  }

  /** `list.concat(more)`; of a text, what is behind it. */
  #concat(node: TSESTree.CallExpression, first: TSESTree.Expression): Value {
    const parts = argumentsOf(node, this.#readValue);
    const owner = this.value(first);
    // A function of a library, such as `Fn.concat([...])`.
    const isImported = first.type === "Identifier" && this.#sources.names(first)?.kind === "import";
    if (isImported && owner.kind !== "array" && owner.kind !== "string") {
      return unknown(node.range);
    }
    if (owner.kind === "string") {
      return joinedText(node.range, [owner, ...parts], this.#text);
    }
    if (![owner, ...parts].some(({ kind }) => kind === "array")) {
      return unknown(node.range);
    }
    return lazyArray(node.range, () =>
      [owner, ...parts].flatMap((part) => {
        if (part.kind === "array") {
          return this.#elementsIn(part, part.range);
        }
        // What is not known may be a text, and what is behind it a part of it.
        return [{ value: owner.kind === "array" ? part : unknown(part.range), place: undefined }];
      }),
    );
  }
}

/** `JSON.stringify(...)` */
function isStringify(node: TSESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    node.callee.object.type === "Identifier" &&
    node.callee.object.name === "JSON" &&
    memberName(node.callee) === "stringify"
  );
}

/** One of some values; of choices in it, each branch once. */
function choiceOf(range: Range, values: readonly Value[]): Value {
  return { kind: "choice", range, branches: [...new Set(values.flatMap(possibleValues))] };
}
