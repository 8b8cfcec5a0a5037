/** Names by their next character, so that the expression names a common beginning once and is read without a detour. */
interface Branch {
  readonly next: Map<string, Branch>;
  isEnd: boolean;
}

/** A regular expression for some names, in any case. */
export function anyOf(names: readonly string[]): string {
  const root: Branch = { next: new Map(), isEnd: false };
  for (const name of names) {
    let branch = root;
    for (const character of name.toLowerCase()) {
      const next: Branch = branch.next.get(character) ?? { next: new Map(), isEnd: false };
      branch.next.set(character, next);
      branch = next;
    }
    branch.isEnd = true;
  }
  return restOf(root);
}

function restOf({ next, isEnd }: Branch): string {
  const ways = [...next].map(([character, branch]) => anyCase(character) + restOf(branch));
  const [way = ""] = ways;
  return ways.length > 1 || (isEnd && ways.length > 0) ? `(?:${ways.join("|")})${isEnd ? "?" : ""}` : way;
}

/**
 * A regular expression for a text, in any case. There is no flag for it in a schema, and groups with flags are too new for
 * some editors.
 */
export function anyCase(text: string): string {
  return [...text]
    .map((character) => {
      const upper = character.toUpperCase();
      return upper === character
        ? character.replace(/[.*+?^${}()|[\]\\/]/u, String.raw`\$&`)
        : `[${character}${upper}]`;
    })
    .join("");
}
