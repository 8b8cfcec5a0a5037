/**
 * Whether a part of a name is one that every object of JavaScript has, such as `constructor`: where a name is looked up
 * in a plain object, that would be found though no cloud has it.
 */
export function hasPrototypeName(name: string): boolean {
  return name.split(":").some((part) => part in {});
}
