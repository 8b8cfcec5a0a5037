import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** The page that comments cite as `(facts.md#...)`. */
const page = "docs/internals/facts.md";
const root = join(import.meta.dirname, "../..");

/** A heading of the page, with what stands below it. */
interface Entry {
  readonly title: string;
  readonly anchor: string;
  readonly line: number;
  readonly text: string;
}

interface Citation {
  readonly file: string;
  readonly line: number;
  readonly anchor: string;
}

const entries = entriesOf(read(page));
const anchors = new Set(entries.map(({ anchor }) => anchor));
const citations = filesIn("src", "rules", "tools", "test", "docs")
  .filter((file) => file !== page)
  .flatMap(citationsIn);

describe(page, () => {
  it("has every anchor that is cited", () => {
    const missing = citations.filter(({ anchor }) => !anchors.has(anchor));
    expect(
      missing.map(
        ({ file, line, anchor }) => `${file}:${line}: no heading of ${page} has the anchor "${anchor}". Correct it.`,
      ),
    ).toEqual([]);
  });

  it("has only entries that are cited", () => {
    const cited = new Set(citations.map(({ anchor }) => anchor));
    expect(
      entries
        .filter(({ anchor }) => !cited.has(anchor))
        .map(
          ({ line, title, anchor }) =>
            `${page}:${line}: nothing cites "${title}" as (facts.md#${anchor}). Cite it where the code depends on it, or remove it.`,
        ),
    ).toEqual([]);
  });

  it("links to a source in every entry", () => {
    const links = definedLinks(read(page));
    expect(
      entries
        .filter(({ text }) => !hasLink(text, links))
        .map(({ line, title }) => `${page}:${line}: "${title}" has no link. Add where it can be read.`),
    ).toEqual([]);
  });

  it("defines every link that it has, and has every link that it defines", () => {
    const links = definedLinks(read(page));
    const used = new Set(entries.flatMap(({ text }) => linkNames(text)));
    const wrong = [
      ...[...used].filter((name) => !links.has(name)).map((name) => `${page}: define [${name}].`),
      ...[...links.keys()].filter((name) => !used.has(name)).map((name) => `${page}: remove [${name}], or use it.`),
    ];
    expect(wrong).toEqual([]);
  });

  it("has headings whose anchors are plain and differ", () => {
    const odd = entries.filter(({ title }) => !/^[A-Za-z\d]+(?:[ -][A-Za-z\d]+)*$/u.test(title));
    expect(odd.map(({ line, title }) => `${page}:${line}: use letters, digits and blanks in "${title}".`)).toEqual([]);
    const twice = entries.filter(({ anchor }, index) => entries.findIndex((one) => one.anchor === anchor) < index);
    expect(twice.map(({ line, title }) => `${page}:${line}: "${title}" is there already. Name it otherwise.`)).toEqual(
      [],
    );
  });
});

describe("citations", () => {
  it.each([
    [
      "by the section of a survey that is not here",
      /\bfacts:\s*(?:(?:\*|\/\/)\s*)?(?:[a-z]+(?:-[a-z\d]+)*,? (?:section )?\d|[a-z]+-[a-z]+|[A-Z]{4,}:)/gu,
    ],
    ["by an abbreviation", /\b(?:OIAM|HIAM|OOBS|HECS|OEPS|OIMS|SDKN|TFH|TFO)\b|\bW:[a-z]+\d*-?[a-z\d]*\//gu],
    ["by the name of a survey", /\b(?:policy-language|real-policies|catalog-sources) \d/gu],
  ])("are not %s", (_, pattern) => {
    expect(
      filesIn("src", "rules", "tools").flatMap((file) => {
        const text = read(file);
        return [...text.matchAll(pattern)].map(
          ({ index, 0: found }) =>
            `${file}:${lineAt(text, index)}: cite an entry of ${page}, as (facts.md#...), instead of "${found}".`,
        );
      }),
    ).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The sources and pages in some folders, as paths from the root. */
function filesIn(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return entry.name === "node_modules" ? [] : filesIn(path);
      }
      return /\.(?:ts|md)$/u.test(entry.name) ? [path] : [];
    }),
  );
}

function citationsIn(file: string): readonly Citation[] {
  const text = read(file);
  return [...text.matchAll(/facts\.md#(?<anchor>[\w-]+)/gu)].map(({ index, groups }) => ({
    file,
    line: lineAt(text, index),
    anchor: groups?.["anchor"] ?? "",
  }));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

function entriesOf(text: string): readonly Entry[] {
  return [...text.matchAll(/^### (?<title>.+)\n(?<text>(?:(?!#|\[[\w-]+\]: ).*\n)*)/gmu)].map(({ index, groups }) => ({
    title: groups?.["title"] ?? "",
    anchor: anchorOf(groups?.["title"] ?? ""),
    line: lineAt(text, index),
    text: groups?.["text"] ?? "",
  }));
}

/** As GitHub makes them; a test sees to it that the headings are plain enough for this. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** The links that stand below the entries: `[name]: https://...`. */
function definedLinks(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^\[([\w-]+)\]: (\S+)$/gmu)].map(([, name = "", url = ""]) => [name, url]));
}

function hasLink(text: string, links: ReadonlyMap<string, string>): boolean {
  const urls = linkNames(text).map((name) => links.get(name) ?? "");
  return [...urls, ...(text.match(/https?:\/\/\S+/gu) ?? [])].some((url) => /^https?:\/\/./u.test(url));
}

function linkNames(text: string): readonly string[] {
  return [...text.matchAll(/\]\[([\w-]+)\]/gu)].map(([, name = ""]) => name);
}
