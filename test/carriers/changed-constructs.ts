import { carriedPolicies, type CarriedPolicies } from "../../src/carriers/index.js";
import type { Candidate, CandidateFilter } from "../../src/hosts/candidates.js";
import { hostOf } from "../../src/hosts/index.js";
import { lazyArray, lazyObject } from "../../src/hosts/values.js";
import type { ConstructUpdate, ConstructValue, Value } from "../../src/policy/value.js";
import { sourceOf } from "../sources.js";
import { knownNames } from "./files.js";
import { typescript } from "./fixture-module.js";

/**
 * What carriers find in a module that changes its constructs, or holds constants. Calls stand for what a host makes of
 * the program, so that carriers can be tested whatever a host follows:
 *
 * - `assign(x, "action", [...])` for `x.action = [...]`, `call(x, "putStatement", [...])` for `x.putStatement([...])`;
 * - `mayAssign(...)` and `mayCall(...)` for the same under a condition that is not known;
 * - `spread(x, { action: [...] })` for `{ ...x, action: [...] }`, and `constant([...])` for a constant of the module.
 */
export function carriedAfterChanges(code: string): CarriedPolicies {
  const source = sourceOf(code, typescript);
  const host = hostOf(source.ast);
  if (!host) {
    throw new Error("No host reads the tree.");
  }
  const candidates = (_: unknown, filter: CandidateFilter) => {
    const callees = new Set([...filter.callees, ...changes, "constant"]);
    return changedCandidates([...host.candidates(source, { ...filter, callees })]);
  };
  return carriedPolicies({ ...host, candidates }, source, { ...knownNames, policySources: [] });
}

const changes = ["assign", "mayAssign", "call", "mayCall"];

function changedCandidates(candidates: readonly Candidate[]): Candidate[] {
  const updates = candidates.flatMap((candidate) => {
    const update = candidate.kind === "construct" ? updateOf(candidate) : undefined;
    return update ? [update] : [];
  });
  return candidates.flatMap((candidate): readonly Candidate[] => {
    switch (candidate.kind) {
      case "construct": {
        const [value] = candidate.arguments;
        if (nameOf(candidate) === "constant") {
          return value?.kind === "array" || value?.kind === "object"
            ? [{ kind: "constant", range: value.range, value }]
            : [];
        }
        return changes.includes(nameOf(candidate)) ? [] : [changed(candidate, updates) as ConstructValue];
      }
      case "object":
        return [changed(candidate, updates) as Candidate];
      default:
        return [candidate];
    }
  });
}

interface PlacedUpdate {
  readonly construct: object;
  readonly update: ConstructUpdate;
}

function updateOf(call: ConstructValue): PlacedUpdate | undefined {
  const { arguments: values, range } = call;
  const [construct, name, ...rest] = values;
  if (!changes.includes(nameOf(call)) || construct?.kind !== "construct" || name?.kind !== "string") {
    return undefined;
  }
  const isCertain = !nameOf(call).startsWith("may");
  const common = { name: name.value, range, isCertain };
  const update: ConstructUpdate = nameOf(call).toLowerCase().endsWith("call")
    ? { kind: "call", ...common, arguments: rest }
    : { kind: "assignment", ...common, value: rest[0] ?? { kind: "unknown", range } };
  return { construct: construct.identity, update };
}

function changed(value: Value, updates: readonly PlacedUpdate[]): Value {
  const change = (part: Value) => changed(part, updates);
  switch (value.kind) {
    case "construct":
      return nameOf(value) === "spread" ? spreadValue(value, updates) : changedConstruct(value, updates);
    case "array":
      return lazyArray(value.range, () =>
        value.placed.map(({ value: element, place }) => ({ value: change(element), place })),
      );
    case "choice":
      return { ...value, branches: value.branches.map(change) };
    case "object":
      return lazyObject(
        value.range,
        () => ({
          members: value.members.map((member) => ({ ...member, value: change(member.value) })),
          isComplete: value.isComplete,
        }),
        value,
      );
    default:
      return value;
  }
}

function changedConstruct(value: ConstructValue, updates: readonly PlacedUpdate[]): ConstructValue {
  const own = updates.filter(({ construct }) => construct === value.identity);
  return {
    ...value,
    arguments: value.arguments.map((argument) => changed(argument, updates)),
    updates: [...value.updates, ...own.map(({ update }) => changedUpdate(update, updates))],
  };
}

function changedUpdate(update: ConstructUpdate, updates: readonly PlacedUpdate[]): ConstructUpdate {
  return update.kind === "call"
    ? { ...update, arguments: update.arguments.map((argument) => changed(argument, updates)) }
    : { ...update, value: changed(update.value, updates) };
}

function spreadValue({ arguments: values }: ConstructValue, updates: readonly PlacedUpdate[]): Value {
  const [construct, object] = values.map((value) => changed(value, updates));
  if (construct?.kind !== "construct" || object?.kind !== "object") {
    throw new Error("spread() takes a construct and an object.");
  }
  return lazyObject(object.range, () => ({ members: object.members, isComplete: false }), {
    spreadConstructs: [construct],
  });
}

function nameOf({ callee }: ConstructValue): string {
  return callee.path.at(-1) ?? "";
}
