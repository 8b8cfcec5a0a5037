import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anchorRows, errorRows, mistakesSeen, officialShapes } from "./language/samples.js";
import { checkNames, overlookedIn } from "./overlooked.js";
import { configOf } from "./sources.js";

const samples = [...errorRows, ...anchorRows, ...mistakesSeen];
const texts = [
  ...samples.flatMap(({ defect, twin, setting }) => [defect, twin].map((text) => ({ text, setting }))),
  ...officialShapes.flatMap(([, ...shapes]) => shapes.map((text) => ({ text, setting: undefined }))),
];

/** How the texts are written: in JSON, where lists of texts are read as texts, and in code, where they are not. */
const ways = {
  JSON: { config: configOf("JSON"), write: (text: string) => text },
  code: { config: {}, write: (text: string) => `export const policy = ${text};` },
  "JSON in code": { config: {}, write: (text: string) => `export const policy = ${JSON.stringify(text)};` },
};

describe.each(Object.entries(ways))("in %s", (_, { config, write }) => {
  it("no check overlooks a problem of a sample", () => {
    const overlooked = texts.flatMap(({ text, setting }) => overlookedIn(write(text), config, setting));
    expect(overlooked).toEqual([]);
  });
});

it("every check that a rule imports is asked", () => {
  const folder = new URL("../rules/", import.meta.url);
  const imported = readdirSync(folder).flatMap((file) =>
    [
      ...readFileSync(new URL(file, folder), "utf8").matchAll(/^import \{ (?<names>.+) \} from "\.\.\/src\/checks/gmu),
    ].flatMap(({ groups }) => groups?.["names"]?.split(", ") ?? []),
  );
  // What rules share besides is texts.
  const imports = new Set(imported.filter((name) => !name.endsWith("Messages")));
  expect(checkNames.toSorted()).toEqual([...imports].toSorted());
});
