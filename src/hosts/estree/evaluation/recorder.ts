import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, ConstructValue, Value } from "../../../policy/value.js";
import type { CandidateFilter } from "../../candidates.js";
import { isLiteral, type Node, type ObjectNode } from "../tree/nodes.js";
import { propertyName } from "../tree/property-names.js";
import type { Budget } from "./budget.js";
import { InstanceCell } from "./class-value.js";
import { hasKeyOf, includesWord, isCandidate } from "./candidate-nodes.js";
import type { FieldNode } from "./classes.js";
import { Deferred } from "./deferred.js";
import type { Frame, ModuleScope } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { Mentions } from "./mentions.js";
import { markSpread } from "./merges.js";
import { RecordCell } from "./record.js";
import { SetValue } from "./sets.js";
import { snapshotOf } from "./snapshots.js";

interface RecordedObject {
  readonly kind: "object";
  readonly value: Value;
  readonly node: Node;
  /** What it was when it was handed over to code that is not known. */
  handedOver?: Value;
  /** What it is a copy of. */
  readonly original?: Value | undefined;
}

/** Something that the program makes and that may carry a policy. */
export type Recorded =
  | RecordedObject
  | { readonly kind: "string"; readonly value: Value; readonly node: Node }
  | { readonly kind: "construct"; readonly value: ConstructValue; readonly node: Node }
  | { readonly kind: "named"; readonly value: Value; readonly node: Node; readonly name: string }
  | { readonly kind: "constant"; readonly value: Value; readonly node: Node };

/** Collects what a program makes that may carry a policy. */
export class Recorder {
  readonly #filter: CandidateFilter;
  readonly #recorded: Recorded[] = [];
  readonly #objects = new Map<Value, RecordedObject>();
  /** How often something was recorded of a node. */
  readonly #nodes = new Map<Node, number>();
  readonly #literals = new Set<Node>();
  readonly #mentions = new Map<ModuleScope, Mentions>();

  constructor(filter: CandidateFilter) {
    this.#filter = filter;
  }

  /** What has been recorded. Of an object, and a copy of it that the program may go on with, the copy. */
  get recorded(): readonly Recorded[] {
    const originals = new Set(this.#recorded.map((record) => (record.kind === "object" ? record.original : undefined)));
    return this.#recorded.filter(({ kind, value }) => kind !== "object" || !originals.has(value));
  }

  /** Whether code that is not given anything makes something that may carry a policy, as far as its text says. */
  isWorthRunning({ range }: Node, { activation }: Frame): boolean {
    if (!isOfLintedFile({ activation })) {
      return false;
    }
    const { module } = activation;
    const mentions = this.#mentions.get(module) ?? new Mentions(module.text.text, this.#filter);
    this.#mentions.set(module, mentions);
    return mentions.isIn(range);
  }

  /** A point to go back to. */
  mark(): number {
    return this.#recorded.length;
  }

  /** Forgets what has been recorded since a mark, because the code runs again. */
  forgetSince(mark: number): void {
    for (const record of this.#takeSince(mark)) {
      if (record.kind === "string") {
        this.#literals.delete(record.node);
      }
    }
  }

  /** Forgets what has been recorded since a mark of code of which something was recorded before. */
  forgetKnownSince(mark: number): void {
    const known = (node: Node) => (this.#nodes.get(node) ?? 0) > 0;
    for (const record of this.#takeSince(mark).filter(({ node }) => !known(node))) {
      this.#add(record);
    }
  }

  #add(record: Recorded): void {
    this.#recorded.push(record);
    this.#nodes.set(record.node, (this.#nodes.get(record.node) ?? 0) + 1);
    if (record.kind === "object") {
      this.#objects.set(record.value, record);
    }
  }

  #takeSince(mark: number): readonly Recorded[] {
    const taken = this.#recorded.splice(mark);
    for (const record of taken) {
      this.#nodes.set(record.node, (this.#nodes.get(record.node) ?? 0) - 1);
      if (record.kind === "object") {
        this.#objects.delete(record.value);
      }
    }
    return taken;
  }

  objectMade(node: ObjectNode, value: Value, frame: Frame): Value {
    if (isOfLintedFile(frame) && isCandidate(node, value, this.#filter)) {
      this.#add({ kind: "object", value, node });
    }
    return value;
  }

  /** A member that the program sets in an object which it has made before. */
  memberSet(node: Node, owner: RecordCell, name: string, frame: Frame): void {
    if (this.#filter.keys.has(name)) {
      this.objectCompleted(node, owner, frame);
    }
  }

  /** An object that the program has not written as a whole: it has its members from another one, or one by one. */
  objectCompleted(node: Node, value: Value, frame: Frame, original?: Value): void {
    const isKnown = !(value instanceof RecordCell) || value instanceof InstanceCell || this.isRecorded(value);
    if (!isKnown && isOfLintedFile(frame) && hasKeyOf(value, this.#filter.keys)) {
      this.#add({ kind: "object", value, node, original });
    }
  }

  /** Whether an object has a key that a carrier looks for, or the code of a function that of a policy. */
  isAboutPolicy(value: Value): boolean {
    return value instanceof RecordCell
      ? hasKeyOf(value, this.#filter.keys)
      : value instanceof FunctionValue && value.text.includes(this.#filter.word);
  }

  /** Whoever looks for the parts of an object in what a call gives has got another one that is made of it. */
  resultRead({ arguments: values }: ConstructValue, name: string): void {
    if (name === this.#filter.word) {
      markSpread(values);
    }
  }

  /** An operand of a concatenation is no candidate itself. */
  stringRead(node: Node, value: Value, frame: Frame): Value {
    if (node.parent?.type !== "BinaryExpression" && isOfLintedFile(frame) && includesWord(node, this.#filter.word)) {
      const isKnown = isLiteral(node) && this.#literals.has(node);
      if (!isKnown && (value.kind === "string" || value instanceof Deferred)) {
        this.#literals.add(node);
        this.#add({ kind: "string", value, node });
      }
    }
    return value;
  }

  constructMade(node: Node, value: ConstructValue, frame: Frame): void {
    if (isOfLintedFile(frame) && this.isCalleeKnown(value.callee)) {
      this.#add({ kind: "construct", value, node });
    }
  }

  /** A call of a function that the program defines, whose name a carrier may know. */
  callMade(callee: Callee | undefined, make: () => Value): void {
    if (callee && this.isCalleeKnown(callee)) {
      make();
    }
  }

  /** Whether a carrier knows a class or function. */
  isCalleeKnown({ path }: Callee): boolean {
    return this.#filter.callees.has(path.at(-1) ?? "");
  }

  variableMade(node: TSESTree.VariableDeclarator, value: Value, frame: Frame): void {
    const { id, init } = node;
    if (init && id.type === "Identifier") {
      this.#named(id.name, value, node, frame);
      if (!frame.parent) {
        this.constantMade(node, value, frame);
      }
    }
  }

  fieldMade(node: FieldNode, value: Value, frame: Frame): void {
    const name = propertyName(node.key);
    if (name !== undefined && node.value) {
      this.#named(name, value, node, frame);
      if (node.static) {
        this.constantMade(node, value, frame);
      }
    }
  }

  /** A list, set, record or enum outside of functions. */
  constantMade(node: Node, value: Value, frame: Frame): void {
    const isConstant = value.kind === "array" || value.kind === "object" || value instanceof SetValue;
    const isKnown = this.#recorded.at(-1)?.value === value;
    if (isConstant && !isKnown && isOfLintedFile(frame) && frame.activation.reference === undefined) {
      this.#add({ kind: "constant", value: value instanceof SetValue ? value.list : value, node });
    }
  }

  #named(name: string, value: Value, node: Node, frame: Frame): void {
    if (this.#filter.names.has(name) && isOfLintedFile(frame)) {
      this.#add({ kind: "named", name, value, node });
    }
  }

  /** What is handed over to code that is not known is complete now, as far as a carrier is to judge it. */
  handOver(reached: ReadonlySet<Value>, budget: Budget): void {
    for (const value of reached) {
      const record = this.#objects.get(value);
      if (record && value instanceof RecordCell) {
        record.handedOver = snapshotOf(value, budget);
        value.isHandedOver = true;
      }
    }
  }

  /** Whether a carrier may judge an object. */
  isRecorded(value: Value): boolean {
    return this.#objects.has(value);
  }

  /** What the program uses after it has been handed over counts as what it may be then. */
  usedAgain(value: RecordCell): void {
    value.isHandedOver = false;
    delete this.#objects.get(value)?.handedOver;
  }
}

/** Code of another file counts while a call in the linted file makes it run. */
function isOfLintedFile({ activation }: Pick<Frame, "activation">): boolean {
  return activation.module.origin === undefined || activation.reference !== undefined;
}
