import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import { expect, it } from "vitest";
import { describeInBrowser, pagesOfSite } from "./pages.js";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describeInBrowser("nobody is kept out", () => {
  const open = pagesOfSite();
  const pages = [
    ["the start", "/", "h1"],
    ["the playground", "/playground/", ".findings li"],
    ["the list of services", "/catalog/", "table"],
    ["a service", "/catalog/#ims", "table"],
    ["an action", "/catalog/#ecs:servers:createImage", "svg a"],
    ["an API", "/catalog/#POST%20/v2/cloudimages/action", "table"],
    ["a rule", "/rules/no-unknown-action.html", ".try-it"],
  ] as const;
  const looks = [
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["on a phone", { viewport: { width: 390, height: 844 } }],
  ] as const;

  for (const [title, path, content] of pages) {
    it.each(looks)(`by ${title}, %s`, async (_, options) => {
      const { page } = await open(path, options);
      await page.locator(content).first().waitFor();
      await page.evaluate(source);
      const violations = await page.evaluate(async () => {
        const result = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        });
        return result.violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
        );
      });
      expect(violations).toEqual([]);
    });
  }
});
