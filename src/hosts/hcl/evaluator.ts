import { basename } from "node:path";
import { isCyclicOrTooDeep } from "../../policy/depth.js";
import type { Member, PlacedValue, UnknownValue, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { policyString, referencedString } from "../strings.js";
import { lazyArray, lazyObject, numberOf, unknown, type ObjectParts } from "../values.js";
import { choiceOf } from "./choices.js";
import { noDefinitions, type Definitions } from "./definitions.js";
import { forValue } from "./for-values.js";
import { callValue } from "./functions.js";
import { Limits } from "./limits.js";
import type { Defined, Module } from "./module.js";
import type { Conditional, Expression, List, ObjectExpression, ObjectMember, UnaryOperation } from "./nodes.js";
import { Scope } from "./scope.js";
import { fileTemplateText, templateValue } from "./template-values.js";
import { operationValue } from "./operations.js";
import { traversalValue } from "./traversal-values.js";

/**
 * Reads expressions: literals, locals, and values that are composed of them. Nothing is guessed: what Terraform only
 * knows when it runs is unknown.
 */
export class Evaluator {
  readonly source: MappedText;
  readonly definitions: Definitions;
  readonly #module: Module | undefined;
  readonly #limits: Limits;
  #runs = 0;
  /** The values outside of loops, each of which is read once. */
  readonly #values = new Map<Expression, Value>();
  readonly #heights = new WeakMap<Value, number>();

  /**
   * @param source the whole file, with the places that its values get
   * @param module the other files, whose names this one may use; `undefined` if there are none
   */
  constructor(source: MappedText, definitions: Definitions, module?: Module, limits = new Limits()) {
    this.source = source;
    this.definitions = definitions;
    this.#module = module;
    this.#limits = limits;
  }

  value(node: Expression, scope: Scope = Scope.file): Value {
    if (scope !== Scope.file) {
      return this.#limits.within(
        true,
        () => unknown(node.range),
        () => this.#read(node, scope),
      );
    }
    const known = this.#values.get(node);
    if (known) {
      return known;
    }
    // Until it is read, so that a local that refers to itself ends.
    this.#values.set(node, unknown(node.range));
    const value = this.#limits.within(
      false,
      () => unknown(node.range),
      () => this.#read(node, scope),
    );
    this.#values.set(node, value);
    return value;
  }

  /** The value, but unknown if it holds itself or nests deeper than checks can follow. */
  boundedValue(node: Expression, scope: Scope = Scope.file): Value {
    const value = this.value(node, scope);
    return isCyclicOrTooDeep(value, this.#heights) ? unknown(node.range) : value;
  }

  /** The value of a local, or the default of a variable; `undefined` if no file of the module defines it. */
  definedValue(kind: Defined, name: string, reference: Range): Value | undefined {
    const definition = this.definitions[kind].get(name);
    return definition ? this.value(definition) : this.#module?.valueElsewhere(kind, name, reference, this);
  }

  /**
   * The text of a JSON file that is as it is in the folder of the module, located at the reference to it.
   *
   * @param path relative to the folder
   */
  fileText(path: string, reference: Range): Value {
    const text = this.#module?.jsonFile(path);
    return text === undefined
      ? unknown(reference)
      : referencedString(reference, MappedText.at(text, reference), basename(path), this.nextRun());
  }

  /**
   * The text of a file in the folder of the module that is a template, located at the reference to it. What the variables
   * put into it stays at its place.
   *
   * @param path relative to the folder
   * @param variables an object with the names that the template has
   */
  templateFileText(path: string, variables: Value, reference: Range): Value {
    const file = this.#module?.templateFile(path);
    if (!file) {
      return unknown(reference);
    }
    const members = variables.kind === "object" ? variables.members : [];
    const scope = Scope.file.with(Object.fromEntries(members.map(({ key, value }) => [key, value])));
    const evaluator = new Evaluator(MappedText.at(file.text, reference), noDefinitions, undefined, this.#limits);
    const text = fileTemplateText(file.parts, evaluator, scope);
    return referencedString(reference, text, basename(path), this.nextRun());
  }

  /** Whether a condition holds; `undefined` if that is not known. */
  truthOf(condition: Expression, scope: Scope): boolean | undefined {
    const value = this.value(condition, scope);
    return value.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
  }

  /** The source text of a node. */
  textOf([start, end]: Range): string {
    return this.source.text.slice(start, end);
  }

  /** A number for the next run of an expression that has several values. */
  nextRun(): number {
    return ++this.#runs;
  }

  #read(node: Expression, scope: Scope): Value {
    const { range } = node;
    switch (node.type) {
      case "NumberLiteral":
        return numberOf(range, node.value, this.textOf(range));
      case "BooleanLiteral":
        return { kind: "scalar", range, value: node.value };
      case "NullLiteral":
        return { kind: "scalar", range, value: null };
      case "Template":
        return templateValue(node, this, scope);
      case "List":
        return lazyArray(range, () => this.#elementsOf(node, scope));
      case "Object":
        return lazyObject(range, () => this.#partsOf(node, scope), { run: scope.run });
      case "Parentheses":
        return this.value(node.expression, scope);
      case "Conditional":
        return this.#conditional(node, scope);
      case "ForExpression":
        return forValue(node, this, scope);
      case "Call":
        return callValue(node, this, scope);
      case "Variable":
        return scope.valueOf(node.name) ?? this.unknownReference(range);
      case "Traversal":
        return traversalValue(node, this, scope);
      case "UnaryOperation":
        return this.#unary(node, scope);
      case "Operation":
        return operationValue(node, this, scope);
    }
  }

  /** A value that Terraform knows when it runs, with the reference that it is. */
  unknownReference(range: Range, text = this.textOf(range)): UnknownValue {
    return { ...unknown(range), reference: `\${${text}}` };
  }

  #elementsOf({ elements, range }: List, scope: Scope): readonly PlacedValue[] {
    // Where elements are written, wherever their values are.
    const slots = elements.map((element) => element.range);
    return elements.map((element, index) => ({ value: this.value(element, scope), place: { range, slots, index } }));
  }

  #partsOf(node: ObjectExpression, scope: Scope): ObjectParts {
    const members = node.members.map((member) => this.#member(member, scope));
    return { members: members.filter((member) => member !== undefined), isComplete: !members.includes(undefined) };
  }

  #member({ key, value, range }: ObjectMember, scope: Scope): Member | undefined {
    const name = this.#key(key, scope);
    return name && { ...name, keyRange: key.range, range, value: this.value(value, scope) };
  }

  /** The key of a member; `undefined` if it is computed of what is not known. */
  #key(node: Expression, scope: Scope): Pick<Member, "key" | "readKey"> | undefined {
    switch (node.type) {
      case "Variable":
      case "NumberLiteral":
      case "BooleanLiteral":
      case "NullLiteral": {
        const key = this.textOf(node.range);
        return { key, readKey: () => policyString(node.range, MappedText.verbatim(key, node.range[0])) };
      }
      default: {
        const value = this.value(node, scope);
        return value.kind === "string" && value.isStatic ? { key: value.value, readKey: () => value } : undefined;
      }
    }
  }

  #conditional({ cases, otherwise, range }: Conditional, scope: Scope): Value {
    const branches: Value[] = [];
    for (const { condition, value } of cases) {
      const known = this.truthOf(condition, scope);
      if (known !== false) {
        branches.push(this.value(value, scope));
      }
      if (known) {
        return choiceOf(range, branches);
      }
    }
    return choiceOf(range, [...branches, this.value(otherwise, scope)]);
  }

  #unary({ operators, operand, range }: UnaryOperation, scope: Scope): Value {
    const value = this.value(operand, scope);
    if (value.kind !== "scalar") {
      return unknown(range);
    }
    let result: number | boolean | null = value.value;
    for (const operator of operators) {
      if (operator === "-" ? typeof result !== "number" : typeof result !== "boolean") {
        return unknown(range);
      }
      result = operator === "-" ? -(result as number) : !result;
    }
    return { kind: "scalar", range, value: result };
  }
}
