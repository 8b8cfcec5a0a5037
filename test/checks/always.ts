import type { Check } from "../../src/checks/summary/check.js";

/** A check that looks at every policy. */
export function always(problems: Check["problems"]): Check {
  return { when: () => true, problems };
}
