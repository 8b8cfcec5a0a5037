import { describe, expect, it } from "vitest";
import { catalogOf } from "../src/catalog/catalog.js";
import { similarActions } from "../src/checks/actions/similar-actions.js";
import { ActionPattern } from "../src/policy/pattern.js";
import { correctPart } from "../src/policy/typos.js";

/** What counts as a typo, held against words of the tables that look alike and are both right. */
const catalog = catalogOf(undefined);

const services = catalog.serviceNames().map((name) => {
  const actions = [...(catalog.service(name)?.actions.values() ?? [])];
  const tabled = actions.filter(({ facts }) => facts.some(({ evidence }) => evidence === "table"));
  return { name, patterns: tabled.map(({ pattern }) => pattern).filter(({ hasWildcard }) => !hasWildcard) };
});

/** Pairs of words of one service, in one place, that would be called a typo of each other. */
function typosAmong(wordOf: (pattern: ActionPattern) => string): string[] {
  return services.flatMap(({ name, patterns }) => {
    const words = [...new Set(patterns.map(wordOf))].sort();
    return words.flatMap((one, index) =>
      words
        .slice(index + 1)
        .filter((other) => correctPart(one, other)?.isTypo && !isOtherSpelling(one, other))
        .map((other) => `${name}: ${one}, ${other}`),
    );
  });
}

/** A plural, or words joined in another way: mostly old and new names of the same thing. */
function isOtherSpelling(one: string, other: string): boolean {
  const plain = [one, other].map((word) => word.replaceAll("_", "").replace(/s$/u, ""));
  return plain[0] === plain[1];
}

describe("of the words of a service that look alike and are documented", () => {
  it("few resource types would be called a typo", () => {
    expect(typosAmong(({ resourceType }) => resourceType)).toEqual([
      // Four letters, so that another rule holds for them, see below.
      "apig: apis, apps",
      // Two spellings of the same type, in one table.
      "ecs: cloudserverfpgaimages, cloudserverfpgaimags",
      "vpc: routers, routes",
    ]);
  });

  it("few operations would be called a typo", () => {
    expect(typosAmong(({ operation }) => operation)).toEqual([
      "apig: listbindedapis, listbindedapps",
      // Two spellings of the same operation.
      "apig: listbindedthrottles, listbindedtrottles",
      "rds: modifyhost, modifyport",
    ]);
  });
});

describe("a resource type of four letters", () => {
  it.each(["vpc:vpns:*", "vpc:vpns:list", "apig:aqis:create", "kms:cnk:get", "as:togs:set"])(
    "may be another one than the documented one next to it: %s",
    (text) => {
      expect(nearMissesOf(text)).toEqual([]);
    },
  );

  it.each(["vpc:vpc:list", "vpc:vcps:list", "apig:apiss:create", "ims:images:lisr", "dns:zoen:list"])(
    "is a typo if a letter is missing, too many or out of place: %s",
    (text) => {
      expect(nearMissesOf(text)).toHaveLength(1);
    },
  );
});

function nearMissesOf(text: string): string[] {
  const [service = "", type = "", operation = ""] = text.split(":");
  const similar = similarActions(catalog, new ActionPattern(service, type, operation));
  return similar
    .filter(({ isNearMiss }) => isNearMiss)
    .map(({ name }) => name)
    .slice(0, 1);
}
