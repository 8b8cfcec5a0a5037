import { describe, expect, it } from "vitest";
import { lintJson } from "./lint.js";
import { anchorRows, errorRows, mistakesSeen, officialShapes, type Sample } from "./samples.js";

describe.each<[source: string, samples: readonly Sample[]]>([
  ["the clouds' error table", errorRows],
  ["the ten checks of other linters", anchorRows],
  ["the mistakes seen", mistakesSeen],
])("%s", (_, samples) => {
  it.each(samples)("$row is found by $rule", ({ defect, rule, says, config, setting }) => {
    const found = lintJson(defect, config, setting);
    expect(found.filter((finding) => finding.rule === rule && finding.message.includes(says))).not.toEqual([]);
  });

  it.each(samples)("$row is not found in what is correct", ({ twin, config, setting }) => {
    expect(lintJson(twin, config, setting)).toEqual([]);
  });
});

describe("what the official pages print correctly", () => {
  it.each(officialShapes)("is silent: %s", (_, ...texts) => {
    expect(texts.flatMap((text) => lintJson(text))).toEqual([]);
  });
});
