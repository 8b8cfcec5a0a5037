/**
 * Memoizes a function of an object for as long as the object lives. The result must depend on nothing but the object.
 *
 * The result is kept on the object itself under a private symbol: in a WeakMap, a result that references its object
 * would keep both alive until the next full garbage collection, and with them the tree of every file that was linted.
 */
export function memoize<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const resultKey = Symbol("memoized");
  return (key) => {
    const holder = key as { [result: symbol]: { readonly result: Result } | undefined };
    const known = holder[resultKey];
    if (known) {
      return known.result;
    }
    const result = compute(key);
    holder[resultKey] = { result };
    return result;
  };
}

/** The number of texts that are kept at a time: several times those of all tables. */
const maxTexts = 100_000;

/** Longer texts are rare, and rarely repeated. */
const maxCharacters = 200;

/** Memoizes a function of a text: policies name the same few hundred actions in file after file. */
export function memoizeByText<Result>(compute: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined || text.length > maxCharacters || results.has(text)) {
      return known ?? compute(text);
    }
    if (results.size === maxTexts) {
      results.clear();
    }
    const own = copyOf(text);
    const result = compute(own);
    results.set(own, result);
    return result;
  };
}

/** A slice of a file's text would keep the whole text in memory; a copy of it does not. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1);
}
