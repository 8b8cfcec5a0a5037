import { readFileSync } from "node:fs";

/**
 * A block of a page that another test tries as a whole.
 *
 * @throws where the page has none of that name
 */
export function blockOf(path: string, name: string): string {
  const blocks = blocksOf(path);
  const code = blocks.get(name);
  if (code === undefined) {
    throw new Error(`${path} has no block "${name}"; it has: ${[...blocks.keys()].join(", ")}.`);
  }
  return code;
}

/** The fenced blocks of a page by name; one without a name counts by its line, so that it is missed. */
export function blocksOf(path: string): ReadonlyMap<string, string> {
  const page = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const fenced =
    /^(?:(?: *)<!-- try (?<name>\S+) -->\n\n)?(?<indent> *)(?<fence>`{3,})\w*\n(?<code>[^]*?)^\k<indent>\k<fence>$/gmu;
  return new Map(
    [...page.matchAll(fenced)].map(({ index, groups }) => {
      const { name, indent = "", code = "" } = groups ?? {};
      const line = page.slice(0, index).split("\n").length;
      return [name ?? `line ${line}`, withoutIndent(code, indent.length)];
    }),
  );
}

function withoutIndent(code: string, width: number): string {
  return code
    .split("\n")
    .map((line) => line.slice(width))
    .join("\n");
}
