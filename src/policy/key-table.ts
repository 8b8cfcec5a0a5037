import leven from "leven";

/** The documented type of a condition key. */
export type KeyType = "string" | "number" | "date" | "bool" | "ip";

/** The condition keys of one version of the policy language. The name of a tag follows a key that ends with a slash. */
export class KeyTable {
  /** The documented keys. One without a documented type accepts any operator. */
  readonly documented: Readonly<Record<string, KeyType | undefined>>;
  readonly names: readonly string[];
  readonly #types: ReadonlyMap<string, KeyType | undefined>;
  readonly #known: readonly string[];

  /** @param others keys that are not reported, nor taken for typos of documented ones */
  constructor(documented: Readonly<Record<string, KeyType | undefined>>, others: readonly string[]) {
    this.documented = documented;
    this.names = Object.keys(documented);
    this.#types = new Map(Object.entries(documented).map(([name, type]) => [name.toLowerCase(), type] as const));
    this.#known = [...this.names, ...others];
  }

  /** The documented type of a key; `undefined` if there is none. */
  typeOf(name: string): KeyType | undefined {
    return this.#types.get(documentedForm(name));
  }

  isDocumented(name: string): boolean {
    return this.#types.has(documentedForm(name));
  }

  isKnown(name: string): boolean {
    return isIn(this.#known, name);
  }

  /**
   * The documented keys that a key of the same service is a typo of.
   *
   * @param written as {@link documentedForm} has it
   */
  typosOf(written: string): readonly string[] {
    const distances = this.#known
      .filter((key) => prefixOf(key).toLowerCase() === prefixOf(written) && key.endsWith("/") === written.endsWith("/"))
      .map((key) => ({ key, distance: leven(written, key.toLowerCase(), { maxDistance: maxTypos + 1 }) }));
    const least = Math.min(...distances.map(({ distance }) => distance));
    const nearest = distances.filter(({ key, distance }) => distance === least && distance <= maxTyposFor(key));
    // A possible typo of a key of another version is inconclusive for this one.
    return nearest.every(({ key }) => this.names.includes(key)) ? nearest.map(({ key }) => key) : [];
  }
}

/** The service prefix of a key: `ims:SourceIp` is not a typo of `obs:SourceIp`. */
function prefixOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

const maxTypos = 2;

/** Short names such as `obs:acl` are within two edits of too many others. */
function maxTyposFor(key: string): number {
  const { length } = key.slice(key.indexOf(":") + 1);
  return length < 6 ? 0 : length < 8 ? 1 : maxTypos;
}

/** Whether a key is one of a list. */
export function isIn(keys: readonly string[], name: string): boolean {
  const documented = documentedForm(name);
  return keys.some((key) => key.toLowerCase() === documented);
}

/** The key as tables list it, in lower case: without the tag name after the slash, which the user chooses. */
export function documentedForm(name: string): string {
  const slash = name.indexOf("/");
  return (slash < 0 ? name : name.slice(0, slash + 1)).toLowerCase();
}

/** Whether a key is global, in any version, rather than specific to a service. */
export function isGlobalKey(name: string): boolean {
  return name.toLowerCase().startsWith("g:");
}
