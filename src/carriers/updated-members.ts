import { lazyObject, type ObjectParts } from "../hosts/values.js";
import { possibleValues } from "../policy/possible-values.js";
import type { Member, ObjectValue, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";

/**
 * The members of an object that the program goes on to change. The last change of a member counts; a change under a
 * condition that is not known leaves the earlier value possible, and makes the object incomplete.
 */
export class UpdatedMembers {
  /** What each member may be, by its key. */
  readonly #possible = new Map<string, Member[]>();
  /** The keys whose last change is not certain. */
  readonly #uncertain = new Set<string>();
  #isComplete: boolean;

  constructor({ members, isComplete }: ObjectParts) {
    this.#isComplete = isComplete;
    members.forEach((member) => this.#possible.set(member.key, [member]));
  }

  set(member: Member, isCertain: boolean): void {
    const earlier = this.#possible.get(member.key);
    this.#mark(member.key, isCertain);
    if (isCertain || !earlier) {
      this.#possible.set(member.key, [isCertain ? member : { ...member, value: oneOf(member.range, [member.value]) }]);
    } else {
      earlier.push(member);
    }
  }

  delete(key: string, isCertain: boolean): void {
    const possible = this.#possible.get(key);
    this.#mark(key, isCertain);
    if (isCertain) {
      this.#possible.delete(key);
    } else if (possible) {
      this.#possible.set(
        key,
        possible.map((member) => ({ ...member, value: orUnknown(member.value) })),
      );
    }
  }

  /** Leaves nothing certain: each member may have any other value, and there may be other members. */
  blur(): void {
    [...this.#possible.keys()].forEach((key) => this.delete(key, false));
    this.#isComplete = false;
  }

  get parts(): ObjectParts {
    return {
      members: [...this.#possible.values()].flatMap((possible) => mergedMember(possible) ?? []),
      isComplete: this.#isComplete && this.#uncertain.size === 0,
    };
  }

  #mark(key: string, isCertain: boolean): void {
    if (isCertain) {
      this.#uncertain.delete(key);
    } else {
      this.#uncertain.add(key);
    }
  }
}

/** A member that may be any of several, at the place of the last one. */
function mergedMember(possible: readonly Member[]): Member | undefined {
  const last = possible.at(-1);
  return last && possible.length > 1
    ? {
        ...last,
        value: oneOf(
          last.value.range,
          possible.map(({ value }) => value),
        ),
      }
    : last;
}

/** An object that the program changes in a way that is not followed. */
export function blurred(object: ObjectValue): ObjectValue {
  return lazyObject(
    object.range,
    () => {
      const members = new UpdatedMembers(object);
      members.blur();
      return members.parts;
    },
    object,
  );
}

/** One of several values. A single value may be there or not. */
export function oneOf(range: Range, values: readonly Value[]): Value {
  return { kind: "choice", range, branches: values.flatMap(possibleValues) };
}

/** A value that something not understood may replace. */
export function orUnknown(value: Value): Value {
  return oneOf(value.range, [value, { kind: "unknown", range: value.range }]);
}
