/**
 * Names in the clouds' example policies that are slips of the pen: they are no names of the cloud, and a linter
 * exists to find them. Reviewed by hand (facts.md#a-misspelt-service).
 */
const mistakes: ReadonlySet<string> = new Set(["funcitongraph:function:getcode"]);

/** Whether a name of an example policy is a known mistake of the page. */
export function isExampleMistake(name: string): boolean {
  return mistakes.has(name.toLowerCase());
}
