import { possibleValues } from "../policy/possible-values.js";
import type { ConstructCall, ObjectValue, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";

/** What `addOverride` calls add to a resource: the blocks that their paths lead through, and values at the ends. */
export type Override = OverrideBlock | OverrideValue | UnclearOverride;

export interface OverrideBlock {
  readonly kind: "block";
  readonly range: Range;
  readonly entries: Map<string, Override>;
  /** False if it may have other entries. */
  readonly isComplete: boolean;
}

export interface OverrideValue {
  readonly kind: "value";
  readonly range: Range;
  /** What the value may be, depending on conditions that are not known. */
  readonly possible: readonly Value[];
  /** False if there may be no override. */
  readonly isCertain: boolean;
}

/** Any override, of the place itself or of anything in it. */
export interface UnclearOverride {
  readonly kind: "unclear";
  readonly range: Range;
}

/** Longer paths lead through nothing that a role has. */
const maxSteps = 16;

/**
 * Collects the overrides of a resource. A later one replaces what an earlier one has at its path, and a list or text on
 * the way (facts.md#changes-of-constructs).
 */
export function overrideTree(calls: readonly ConstructCall[]): Override | undefined {
  let root: OverrideBlock | undefined;
  for (const {
    arguments: [path, value],
    range,
    isCertain,
  } of calls) {
    const steps = path && stepsOf(path);
    if (!steps) {
      return { kind: "unclear", range };
    }
    root ??= emptyBlock(range);
    add(root, steps, toOverride(steps.at(-1), value, range), isCertain);
  }
  return root;
}

/** The steps of a path, `undefined` if they are not known: a path with a backslash is meant to escape the next dot. */
function stepsOf(path: Value): readonly string[] | undefined {
  const steps =
    path.kind === "string" && path.isStatic && !path.value.includes("\\") ? path.value.split(".") : undefined;
  return steps && steps.length <= maxSteps ? steps : undefined;
}

function add(
  block: OverrideBlock,
  [step = "", ...rest]: readonly string[],
  override: Override,
  isCertain: boolean,
): void {
  const { range } = override;
  const earlier = block.entries.get(step);
  if (rest.length > 0) {
    const isBlock = earlier?.kind === "block";
    // A value that may be replaced by a block, or a block by a value, has too many outcomes to follow.
    const isUnclear =
      earlier?.kind === "unclear" || (earlier !== undefined && !isBlock && !isCertain) || jsonArguments.includes(step);
    const inner = isBlock ? earlier : emptyBlock(range);
    block.entries.set(step, isUnclear ? { kind: "unclear", range } : inner);
    add(inner, rest, override, isCertain);
  } else if (isCertain) {
    block.entries.set(step, override);
  } else if (override.kind === "value" && (earlier === undefined || earlier.kind === "value")) {
    const possible = [...(earlier?.possible ?? []), ...override.possible];
    block.entries.set(step, { ...override, possible, isCertain: earlier?.isCertain ?? false });
  } else {
    block.entries.set(step, { kind: "unclear", range });
  }
}

function emptyBlock(range: Range): OverrideBlock {
  return { kind: "block", range, entries: new Map(), isComplete: true };
}

/** The arguments that hold JSON as text, which hosts read as the object in it. */
const jsonArguments: readonly (string | undefined)[] = ["condition", "policy", "policy_document"];

/** An object is merged member by member, like the steps of a path. */
function toOverride(argument: string | undefined, value: Value | undefined, range: Range): Override {
  switch (value?.kind) {
    case "object":
      return jsonArguments.includes(argument)
        ? { kind: "value", range, possible: [value], isCertain: true }
        : blockOf(value, range);
    case "array":
    case "choice":
    case "string":
    case "scalar": {
      const possible = possibleValues(value);
      return possible.every(isListOrPlain)
        ? { kind: "value", range, possible, isCertain: true }
        : { kind: "unclear", range };
    }
    default:
      return { kind: "unclear", range };
  }
}

function isListOrPlain({ kind }: Value): boolean {
  return kind === "array" || kind === "string" || kind === "scalar";
}

function blockOf({ members, isComplete }: ObjectValue, range: Range): OverrideBlock {
  const entries = new Map(members.map((member) => [member.key, toOverride(member.key, member.value, member.range)]));
  return { kind: "block", range, entries, isComplete };
}
