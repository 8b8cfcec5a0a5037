import type { Value } from "../../../policy/value.js";

/** How a statement ends. */
export interface Completion {
  /** Whether the program may go on to the next statement. */
  readonly next: boolean;
  readonly breaks: boolean;
  readonly continues: boolean;
  /** Whether the program may leave the function by an exception. */
  readonly throws: boolean;
  /** The values that the function may return here. */
  readonly returned: readonly Value[];
}

/** The program goes on to the next statement. */
export const goesOn: Completion = { next: true, breaks: false, continues: false, throws: false, returned: [] };
/** The program does not go on here. */
export const stops: Completion = { ...goesOn, next: false };

/** Whether the program may leave the block, the loop or the function here. */
export function leaves({ breaks, continues, throws, returned }: Completion): boolean {
  return breaks || continues || throws || returned.length > 0;
}

/** More values than a choice has branches: the rest of them are not judged. */
const maxReturned = 60;

/** How one of two statements ends. */
export function either(one: Completion, other: Completion): Completion {
  return {
    next: one.next || other.next,
    breaks: one.breaks || other.breaks,
    continues: one.continues || other.continues,
    throws: one.throws || other.throws,
    returned: [...one.returned, ...other.returned].slice(0, maxReturned),
  };
}
