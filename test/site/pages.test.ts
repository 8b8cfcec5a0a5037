import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../../docs/", import.meta.url);
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));

/** A page without its code and comments. */
function proseOf(page: string): string {
  return page.replace(/^ *(`{3,})[^]*?^ *\1`*$|<!--[^]*?-->|(`+)[^]*?[^`]\2(?!`)/gmu, "");
}

it.each(pages)(
  "%s has patterns, templates and placeholders in code only, where the site leaves them as they are",
  (name) => {
    const prose = proseOf(readFileSync(new URL(name, folder), "utf8"));
    expect(prose.match(/\w+:\S*\*|\{\{|<[a-z]/giu)).toBeNull();
  },
);

it("knows prose from code", () => {
  const page = "a `b:*:*` ``c ` {{d}}`` e\n\n```ts\n{{ f }}\n```\n\n<!-- g:*:* -->\nobs:*:* {{ h }}";
  expect(proseOf(page).replace(/\s+/gu, " ")).toBe("a e obs:*:* {{ h }}");
});
