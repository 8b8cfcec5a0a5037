/** A rule that does nothing: with any rule at all, ESLint walks the tree. */
export const idle = { create: () => ({ Document: () => undefined, Program: () => undefined }) };
