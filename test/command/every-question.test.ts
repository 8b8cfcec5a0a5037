import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/catalog/apis.js";
import { catalogOf, publishedTables } from "../../src/catalog/catalog.js";
import { clouds } from "../../src/catalog/format.js";
import { ask } from "./ask.js";

const apis = [
  ...new Set(clouds.flatMap((cloud) => rowsOf(publishedTables, cloud).rows.flatMap(({ row }) => row.apis))),
];
const catalog = catalogOf(undefined);
const actions = catalog.serviceNames().flatMap((name) => [...(catalog.service(name)?.actions.values() ?? [])]);
const names = actions.map(({ name }) => name);

/** Those whose answers are not the expected ones, with what was said instead. */
async function unanswered(
  questions: readonly (readonly string[])[],
  isAnswered: (output: string, errors: string) => boolean,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const words of questions) {
    const { output, errors } = await ask(words, { width: 80 });
    if (!isAnswered(output, errors)) {
      failed.push(`${words.join(" ")}: ${output.slice(0, 100)} ${errors}`);
    }
  }
  return failed;
}

describe("every action and API of the catalogue", () => {
  it("is there", () => {
    expect(apis.length).toBeGreaterThan(2000);
    expect(names.length).toBeGreaterThan(2000);
  });

  it("has an explanation", async () => {
    expect(
      await unanswered(
        names.map((name) => ["explain", name]),
        (output) => /^ {2}\S/mu.test(output),
      ),
    ).toEqual([]);
    expect(
      await unanswered(
        apis.map((api) => ["explain", api]),
        (output) => /^ {6}(?:needs) /mu.test(output),
      ),
    ).toEqual([]);
  });

  it("has an explanation in JSON", async () => {
    const questions = [...names, ...apis].map((text) => ["explain", text, "--json"]);
    const isFound = (output: string) => (JSON.parse(output) as { found: boolean }).found;
    expect(await unanswered(questions, isFound)).toEqual([]);
  });

  it("has policies, needs none, or is refused for a reason", async () => {
    const questions = [
      ...apis.map((api) => ["policy", "--api", api]),
      ...names.map((name) => ["policy", "--action", name]),
    ];
    const isAnswered = (output: string, errors: string) =>
      output.includes('"Version": "1.1"') ||
      output.includes("No permission needed") ||
      /^The answer differs between clouds|"? holders |grants too much|^No cloud has all/mu.test(errors);
    expect(await unanswered(questions, isAnswered)).toEqual([]);
  });

  it("is found by its own words", async () => {
    const some = [...names, ...apis].filter((_, index) => index % 40 === 0);
    expect(
      await unanswered(
        some.map((text) => ["search", text]),
        (output) => output.length > 0,
      ),
    ).toEqual([]);
  });
});
