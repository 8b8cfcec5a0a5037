import { forgetReachable } from "./escapes.js";
import type { PlacedValue, UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { unknown } from "../../values.js";
import { childrenOf } from "../tree/children.js";
import type { Node } from "../tree/nodes.js";
import { isTransparent } from "../tree/transparent-nodes.js";
import { UndefinedValue } from "./absent-values.js";
import { arrayValue } from "./arrays.js";
import { assign, updateNumber } from "./assignments.js";
import type { Budget } from "./budget.js";
import { importedModule } from "./callees.js";
import { callValue, constructed } from "./calls.js";
import { classValue, superMember, thisValueIn } from "./classes.js";
import { Deferred, settled } from "./deferred.js";
import type { Frame } from "./frame.js";
import { type FunctionNode, FunctionValue } from "./functions.js";
import { type ImportedNames, ImportedValue } from "./imports.js";
import { ListCell, type Making, placed } from "./list.js";
import { literal } from "./literals.js";
import { identifierValue, memberExpressionValue } from "./members.js";
import { objectValue } from "./objects.js";
import { binaryValue, conditionalValue, logicalValue, unaryValue } from "./operators.js";
import type { Recorder } from "./recorder.js";
import { SkippedCode } from "./skipped-code.js";
import type { Store } from "./store.js";
import { taggedTemplate, templateValue } from "./templates.js";
import { UncalledFunctions } from "./uncalled-functions.js";

/** What an evaluation needs from the file that it starts from. */
export interface EvaluationContext {
  readonly store: Store;
  readonly budget: Budget;
  readonly recorder: Recorder;
  readonly imports: ImportedNames;
  /** The value that the type of an expression of the linted file allows, if it is linted with type information. */
  readonly resolveType: ((node: object, reference: Range) => Value | undefined) | undefined;
}

/** A text that the program has made of an object or list. */
interface Encoded {
  readonly original: Value;
  /** Whether it is JSON without blanks. */
  readonly isCompact: boolean;
}

interface Postponed {
  readonly run: () => void;
  readonly isRepeating: boolean;
}

/**
 * Evaluates expressions as the engine would, as far as they are pure: nothing of the program is executed. What is not
 * understood is unknown, and what is written beside it is still known.
 */
export class Evaluator {
  readonly store: Store;
  readonly budget: Budget;
  readonly recorder: Recorder;
  readonly uncalled = new UncalledFunctions();
  readonly skipped = new SkippedCode();
  readonly imports: ImportedNames;
  readonly #resolveType: EvaluationContext["resolveType"];
  readonly #postponed: Postponed[] = [];
  #runs = 0;
  /** Set while code runs that has run before. */
  isRepeating = false;
  /** The functions that are running, and the classes that make an instance, from the outermost to the innermost one. */
  readonly running: object[] = [];
  /** How many statements that may leave their block are followed by the one that is running. */
  exits = 0;
  /** The recursive functions that run once more only to see what they change. */
  readonly recursing = new Set<FunctionNode>();
  /** The classes whose fields have been evaluated. */
  readonly instantiated = new Set<Node>();
  /** Objects and lists that stand for the text that the program has made of them. */
  readonly encoded = new WeakMap<Value, Encoded>();

  constructor({ store, budget, recorder, imports, resolveType }: EvaluationContext) {
    this.store = store;
    this.budget = budget;
    this.recorder = recorder;
    this.imports = imports;
    this.#resolveType = resolveType;
  }

  /** The value of an expression, which may be deferred. */
  evaluate(node: Node, frame: Frame): Value {
    if (this.isRepeating && !this.budget.take()) {
      return this.unknown(node, frame);
    }
    if (!this.budget.enter()) {
      this.postpone(() => this.evaluate(node, frame));
      return this.unknown(node, frame);
    }
    const value = this.#evaluate(node, frame);
    this.budget.leave();
    return this.#resolveType ? this.#typed(value, node, frame) : value;
  }

  /** The value of an expression, read even if it depends on another file. */
  read(node: Node, frame: Frame): Value {
    return settled(this.evaluate(node, frame));
  }

  /** The value that the type of an expression allows. */
  typeOf(node: Node, { activation }: Frame): Value | undefined {
    return activation.module.origin === undefined ? this.#resolveType?.(node, node.range) : undefined;
  }

  /** A value, or what its type says if nothing else is known. */
  #typed(value: Value, node: Node, frame: Frame): Value {
    const orType = (known: Value) => (isUntyped(known) ? (this.typeOf(node, frame) ?? known) : known);
    return value instanceof Deferred && !(value instanceof ImportedValue)
      ? new Deferred(this.store, value.range, () => orType(value.value))
      : orType(value);
  }

  /** Notes code that is nested too deeply to run now: its policies are still worth judging. */
  postpone(run: () => void): void {
    this.#postponed.push({ run, isRepeating: this.isRepeating });
  }

  /** Runs what was nested too deeply, until nothing is left. */
  runPostponed(): void {
    for (let next = this.#postponed.pop(); next; next = this.#postponed.pop()) {
      this.isRepeating = next.isRepeating;
      next.run();
    }
    this.isRepeating = false;
  }

  /** Evaluates what a node consists of, for what it does and for the policies in it. */
  evaluateChildren(node: Node, frame: Frame): void {
    for (const child of childrenOf(node)) {
      if (!child.type.startsWith("TS") || isTransparent(child)) {
        this.evaluate(child, frame);
      }
    }
  }

  /** A number for code that runs again. */
  nextRun(): number {
    this.#runs++;
    return this.#runs;
  }

  /** Where the value of a node is located. */
  making(node: { readonly range: Range }, { activation }: Frame): Making {
    const { reference, module, run } = activation;
    return reference ? { range: reference, run } : { range: node.range, origin: module.origin, run };
  }

  list(node: { readonly range: Range }, frame: Frame, placed: readonly PlacedValue[], isOrdered = true): ListCell {
    return new ListCell(this.store, this.making(node, frame), placed, isOrdered);
  }

  /** A list of values that are not written in a list. */
  listOf(node: { readonly range: Range }, frame: Frame, values: readonly Value[], isOrdered = true): ListCell {
    return this.list(node, frame, placed(values), isOrdered);
  }

  unknown(node: { readonly range: Range }, frame: Frame): UnknownValue {
    const { range, origin } = this.making(node, frame);
    return origin === undefined ? unknown(range) : { ...unknown(range), origin };
  }

  undefinedAt(node: { readonly range: Range }, frame: Frame): UndefinedValue {
    return new UndefinedValue(this.making(node, frame).range);
  }

  boolean(value: boolean | undefined, node: { readonly range: Range }, frame: Frame): Value {
    return value === undefined ? this.unknown(node, frame) : this.scalar(value, node, frame);
  }

  scalar(value: number | boolean | null, node: { readonly range: Range }, frame: Frame): Value {
    const { range, origin } = this.making(node, frame);
    return { kind: "scalar", range, value, ...(origin === undefined ? {} : { origin }) };
  }

  #evaluate(node: Node, frame: Frame): Value {
    if (isTransparent(node)) {
      return this.evaluate(node.expression, frame);
    }
    switch (node.type) {
      case "Literal":
      case "JSONLiteral":
        return literal(this, node, frame);
      case "TemplateLiteral":
      case "JSONTemplateLiteral":
        return templateValue(this, node, frame);
      case "TaggedTemplateExpression":
        return taggedTemplate(this, node, frame);
      case "ObjectExpression":
      case "JSONObjectExpression":
        return objectValue(this, node, frame);
      case "ArrayExpression":
      case "JSONArrayExpression":
        return arrayValue(this, node, frame);
      case "Identifier":
        return identifierValue(this, node, frame);
      case "MemberExpression":
        return node.object.type === "Super" ? superMember(this, node, frame) : memberExpressionValue(this, node, frame);
      case "ThisExpression":
        return thisValueIn(frame) ?? this.unknown(node, frame);
      case "ConditionalExpression":
        return conditionalValue(this, node, frame);
      case "LogicalExpression":
        return logicalValue(this, node, frame);
      case "BinaryExpression":
        return binaryValue(this, node, frame);
      case "UnaryExpression":
        return unaryValue(this, node, frame);
      case "AssignmentExpression":
        return assign(this, node, frame);
      case "UpdateExpression":
        return updateNumber(this, node, frame);
      case "SequenceExpression":
        return (
          node.expressions.map((expression) => this.evaluate(expression, frame)).at(-1) ?? this.unknown(node, frame)
        );
      case "AwaitExpression":
        return this.evaluate(node.argument, frame);
      case "YieldExpression":
        // Whoever takes it may change it.
        forgetReachable(this, node.argument ? [this.evaluate(node.argument, frame)] : []);
        return this.unknown(node, frame);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.uncalled.functionMade(
          new FunctionValue(node, frame, { name: node.id?.name, range: this.making(node, frame).range }),
        );
      case "ClassExpression":
        return classValue(this, node, frame);
      case "CallExpression":
        return callValue(this, node, frame);
      case "NewExpression":
        return constructed(this, node, frame);
      case "ImportExpression":
        return importedModule(this, node, frame);
      default:
        if (!node.type.startsWith("JSON")) {
          this.evaluateChildren(node, frame);
        }
        return this.unknown(node, frame);
    }
  }
}

/** Whether nothing is known of a value but perhaps its name, so that its type may say more. */
function isUntyped(value: Value): boolean {
  return value.kind === "unknown" && Object.getPrototypeOf(value) === Object.prototype && !value.construct;
}

/** Whether nothing at all is known of a value. */
export function isPlainlyUnknown(value: Value): boolean {
  return (
    value.kind === "unknown" &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !value.construct &&
    !value.imported &&
    !value.isQuotedText
  );
}
