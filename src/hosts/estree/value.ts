import type { TSESTree } from "@typescript-eslint/utils";
import type { ArrayValue, Member, PlacedValue, Value } from "../../policy/value.js";
import { memberOf, possibleValues } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { argumentsOf, calleeOf, constructValue, chainedCallValue } from "./construct.js";
import { fieldValue } from "./fields.js";
import type { Definition, ImportedName, NameResolver } from "./names.js";
import { markIncomplete } from "./mark-incomplete.js";
import { isUndefined, keyOf, mayBeUndefined, readKeyOf } from "./properties.js";
import { isLiteral, type ArrayNode, type LiteralNode, type Node, type ObjectNode, type ReadValue } from "./nodes.js";
import { memberName, propertyName } from "./property-names.js";
import { concatenationValue, joinedString, literalValue, templateValue } from "./strings.js";
import { isTransparent } from "./transparent-nodes.js";
import { lazyArray, lazyObject, optional, unknown, type ObjectParts } from "../values.js";

/** Resolves values that a single expression does not contain. */
export interface ValueResolvers {
  readonly resolveName: NameResolver;
  /** The value of an imported name, located at the reference to it; `undefined` if it is unknown. */
  readonly resolveImport: (name: ImportedName, reference: Range) => Value | undefined;
  /** The value that the type of an expression allows, if the file is linted with type information. */
  readonly resolveType: (node: object, reference: Range) => Value | undefined;
}

/** A longer list is not spread into another: a constant that is doubled repeatedly would exhaust memory. */
const maxElements = 10_000;

/** Functions of libraries that write their argument as JSON: of `Fn` of CDK for Terraform, and of Pulumi. */
const stringifiers: ReadonlySet<string> = new Set(["jsonencode", "jsonStringify"]);

/** Constants that refer to each other more deeply than this are unknown, to protect the call stack. */
const maxNesting = 500;

/** Reads expressions: literals, constants, and values that are composed of them. */
export class EstreeReader {
  readonly #text: MappedText;
  readonly #resolvers: ValueResolvers;
  #depth = 0;
  /** Each expression is read once, so every reference to a construct has the same identity. */
  readonly #values = new Map<Node, Value>();

  readonly #readValue: ReadValue = (node) => this.value(node);

  constructor(source: string, resolvers: ValueResolvers) {
    this.#text = MappedText.verbatim(source);
    this.#resolvers = resolvers;
  }

  value(node: Node): Value {
    const known = this.#values.get(node);
    if (known) {
      return known;
    }
    const value = isLiteral(node) ? literalValue(node.value, node.range, this.#text) : this.#readComposite(node);
    const found = value.kind === "unknown" ? (this.#resolvers.resolveType(node, node.range) ?? value) : value;
    this.#values.set(node, found);
    return found;
  }

  /** Reads an expression with subexpressions. It is unknown while it is read, so that self-references end. */
  #readComposite(node: Exclude<Node, LiteralNode>): Value {
    const unknownValue = unknown(node.range);
    this.#values.set(node, unknownValue);
    return this.#withinDepth(() => this.#read(node), unknownValue);
  }

  /** Reads at the next nesting level; returns `fallback` if that is too deep. */
  #withinDepth<Read>(read: () => Read, fallback: Read): Read {
    if (this.#depth >= maxNesting) {
      return fallback;
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
          () => this.#withinDepth(() => this.#partsOf(node), { members: [], isComplete: false }),
          {
            isWhole: node.parent?.type === "JSONExpressionStatement",
          },
        );
      case "ArrayExpression":
      case "JSONArrayExpression":
        return lazyArray(node.range, () =>
          this.#withinDepth(() => this.#elementsOf(node), [{ value: unknown(node.range), place: undefined }]),
        );
      case "TemplateLiteral":
      case "JSONTemplateLiteral":
        return templateValue(node, this.#text, this.#readValue);
      case "Identifier":
        return this.definitionValue(this.#resolvers.resolveName(node), node.range);
      case "MemberExpression":
        return this.#member(node);
      case "BinaryExpression":
        return concatenationValue(node, this.#text, this.#readValue);
      case "ConditionalExpression":
        return choiceOf(node.range, [this.value(node.consequent), this.value(node.alternate)]);
      case "NewExpression":
      case "CallExpression":
        return this.#call(node);
      default:
        return unknown(node.range);
    }
  }

  /**
   * The value of a definition.
   *
   * @param reference the range of the name that resolves to the definition
   */
  definitionValue(definition: Definition | undefined, reference: Range): Value {
    switch (definition?.kind) {
      case "value": {
        const value = this.value(definition.node);
        return definition.mayBeCompleted ? markIncomplete(value) : value;
      }
      case "enum":
        return this.#enum(definition.node);
      case "import":
        return this.#resolvers.resolveImport(definition, reference) ?? unknown(reference);
      default:
        return unknown(reference);
    }
  }

  /** The members with an initializer; the others are numbers. */
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

  /** The value of `Actions.list`: a member of an enum or object, of an imported one, or a property of a construct. */
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
    const definition = object.type === "Identifier" ? this.#resolvers.resolveName(object) : undefined;
    if (definition?.kind === "import" && definition.path.length === 0) {
      return this.definitionValue({ ...definition, path: [name] }, node.range);
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

  /** A member of an imported name, which a carrier may know. */
  #importedMember(node: TSESTree.MemberExpression): Value {
    const callee = calleeOf(node, this.#resolvers.resolveName);
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
        // `JSON.stringify` omits an undefined member. It also overrides a spread member of the same name.
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
    // A hole in a sparse array has no range.
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
    return this.#joinedElements(this.value(element.argument), element.range, unknown(element.range));
  }

  /**
   * The elements that a value adds to a list that it is spread or concatenated into.
   *
   * @param other the element that a value adds which is not a list
   */
  #joinedElements(value: Value, reference: Range, other: Value): readonly PlacedValue[] {
    if (value.kind === "array") {
      return this.#elementsIn(value, reference);
    }
    const lists = value.kind === "choice" ? possibleValues(value) : [];
    if (!lists.some(({ kind }) => kind === "array")) {
      return [{ value: other, place: undefined }];
    }
    return lists.flatMap((list): readonly PlacedValue[] =>
      list.kind === "array"
        ? this.#elementsIn(list, reference).map(({ value: element, place }) => ({ value: optional(element), place }))
        : [{ value: unknown(reference), place: undefined }],
    );
  }

  #elementsIn(list: ArrayValue, reference: Range): readonly PlacedValue[] {
    return list.elements.length <= maxElements ? list.placed : [{ value: unknown(reference), place: undefined }];
  }

  #call(node: TSESTree.CallExpression | TSESTree.NewExpression): Value {
    const { callee } = node;
    const [argument] = node.arguments;
    const method = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (node.type === "CallExpression" && callee.type === "MemberExpression" && method !== undefined) {
      const owner = callee.object.type === "Identifier" ? callee.object.name : undefined;
      const isStringified = owner === "JSON" && method === "stringify";
      if (argument && (isStringified || (stringifiers.has(method) && this.#isImported(callee.object)))) {
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
    return constructValue(node, this.#resolvers.resolveName, this.#readValue);
  }

  /**
   * Returns the argument of `JSON.stringify` itself, which need not be parsed again. Stringifying a string makes a
   * quoted string instead.
   */
  #stringified(argument: TSESTree.CallExpressionArgument, range: Range): Value {
    const value = this.value(argument);
    const isFileContent = value.kind === "construct" && value.callee.path.at(-1) === "readFileSync";
    return value.kind === "string" || isFileContent || isStringify(argument)
      ? { kind: "unknown", range, isQuotedText: true }
      : value;
  }

  /** Whether a name comes from another module. */
  #isImported(node: TSESTree.Expression): boolean {
    return node.type === "Identifier" && this.#resolvers.resolveName(node)?.kind === "import";
  }

  /** The value of `list.concat(more)`, or of `string.concat(more)`. */
  #concat(node: TSESTree.CallExpression, first: TSESTree.Expression): Value {
    const parts = argumentsOf(node, this.#readValue);
    const owner = this.value(first);
    // A library function, such as `Fn.concat([...])`.
    if (this.#isImported(first) && owner.kind !== "array" && owner.kind !== "string") {
      return unknown(node.range);
    }
    if (owner.kind === "string") {
      return joinedString(node.range, [owner, ...parts], this.#text);
    }
    if (![owner, ...parts].flatMap(possibleValues).some(({ kind }) => kind === "array")) {
      return unknown(node.range);
    }
    return lazyArray(node.range, () =>
      [owner, ...parts].flatMap((part) =>
        // An unknown owner may be a string, and then its arguments are parts of that string.
        this.#joinedElements(part, part.range, owner.kind === "array" ? part : unknown(part.range)),
      ),
    );
  }
}

/** Whether a node is a call of `JSON.stringify(...)`. */
function isStringify(node: TSESTree.Node): boolean {
  return (
    node.type === "CallExpression" &&
    node.callee.type === "MemberExpression" &&
    node.callee.object.type === "Identifier" &&
    node.callee.object.name === "JSON" &&
    memberName(node.callee) === "stringify"
  );
}

/** One of several values. Nested choices are flattened, and each branch is kept once. */
function choiceOf(range: Range, values: readonly Value[]): Value {
  return { kind: "choice", range, branches: [...new Set(values.flatMap(possibleValues))] };
}
