/** Typos in the clouds' example policies (facts.md#a-misspelt-service). Reviewed by hand. */
const mistakes: ReadonlySet<string> = new Set(["funcitongraph:function:getcode"]);

/** Whether a name in an example policy is a known typo. */
export function isExampleMistake(name: string): boolean {
  return mistakes.has(name.toLowerCase());
}
