/**
 * Whether a part of a name is a property of every JavaScript object, such as `constructor`. A lookup in a plain object
 * would find it although no cloud has it.
 */
export function hasPrototypeName(name: string): boolean {
  return name.split(":").some((part) => part in {});
}
