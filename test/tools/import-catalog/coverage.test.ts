import { describe, expect, it } from "vitest";
import { coverageOf, unseen, type ServiceNames } from "../../../tools/import-catalog/coverage.js";

function namesOf(type: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `ims:${type}:do${index + 1}`);
}

function service(listed: readonly string[], used: readonly string[], more: Partial<ServiceNames> = {}): ServiceNames {
  return { listed: new Set(listed), used: new Set(used), typesOfPatterns: new Set(), pages: "all", ...more };
}

const images = namesOf("images", 10);

describe("the coverage of a service", () => {
  it.each(["no-table", "pages-left-out", "common-operations", "no-longer-updated"] as const)(
    "is left open by its pages: %s",
    (pages) => {
      const { verdict, reason } = coverageOf(service(images, images, { pages }), [], false);
      expect(reason).toBe(pages);
      expect(verdict).toBe(pages === "no-table" ? "mentioned" : "partial");
    },
  );

  it.each([
    ["complete", "uses-listed", images.slice(0, 5)],
    ["likely", "few-uses", images.slice(0, 4)],
    ["likely", "uses-missing", [...images, "ims:images:melt"]],
    ["likely", "uses-missing", [...images.slice(0, 3), "ims:images:melt"]],
    ["partial", "many-uses-missing", [...images.slice(0, 2), "ims:images:melt"]],
  ] as const)("is %s with the reason %s by the names in use", (verdict, reason, used) => {
    expect(coverageOf(service(images, used), [], false)).toMatchObject({ verdict, reason, used: used.length });
  });

  it("counts the names that other clouds list", () => {
    const other = (count: number) => service([...images, ...namesOf("tags", count)], []);
    expect(coverageOf(service(images, images), [other(1)], false)).toMatchObject({
      reason: "uses-listed",
      elsewhere: 1,
    });
    expect(coverageOf(service(images, images), [other(1), other(2)], false)).toMatchObject({
      reason: "more-elsewhere",
      elsewhere: 2,
    });
  });

  it("is complete if all clouds list the same names, and none is used that they lack", () => {
    const own = service(images, [], { pages: "no-longer-updated" });
    const same = service(images, []);
    const reasonOf = (others: readonly ServiceNames[], isInAllClouds = true) =>
      coverageOf(own, others, isInAllClouds).reason;
    expect(reasonOf([same, same])).toBe("same-in-all-clouds");
    expect(reasonOf([same], false)).toBe("no-longer-updated");
    expect(reasonOf([same, service(images.slice(1), [])])).toBe("no-longer-updated");
    expect(reasonOf([same, service([...images, "ims:tags:list"], [])])).toBe("no-longer-updated");
    expect(reasonOf([same, service(images, ["ims:tags:list"])])).toBe("no-longer-updated");
    expect(reasonOf([same, service(images, [], { pages: "pages-left-out" })])).toBe("no-longer-updated");
  });
});

describe("a resource type", () => {
  const disks = namesOf("disks", 4);

  it("is partial if its tables seem to lack more than the names that are known", () => {
    const used = [...disks, ...images.slice(0, 4), "ims:disks:melt", "ims:images:melt"];
    const { partialTypes, newTypes } = coverageOf(service([...images, ...disks], used), [], false);
    expect(partialTypes).toEqual({ images: { listed: 10, used: 5, missing: 1 } });
    expect(newTypes).toBeUndefined();
  });

  it("is partial if it is new and the tables seem to lack more than one", () => {
    const listed = [...images, ...disks, ...namesOf("quotas", 1), ...namesOf("jobs", 1)];
    const { partialTypes, newTypes } = coverageOf(service(listed, [...images, "ims:tags:list"]), [], false);
    expect(partialTypes).toBeUndefined();
    expect(newTypes).toEqual({ listed: 4, used: 2, missing: 1 });
  });

  it("is partial if only patterns name it", () => {
    const typesOfPatterns = new Set(["tags", "images"]);
    const { verdict, partialTypes, newTypes } = coverageOf(service(images, images, { typesOfPatterns }), [], false);
    expect(verdict).toBe("complete");
    expect(partialTypes).toEqual({ tags: { listed: 0, used: 1, missing: 1 } });
    expect(newTypes).toBeUndefined();
  });

  it("is no exception where the verdict is partial anyway, unless only patterns name it", () => {
    const used = ["ims:images:melt", "ims:tags:list"];
    const own = service(images, used, { pages: "no-longer-updated", typesOfPatterns: new Set(["jobs"]) });
    const { partialTypes, newTypes } = coverageOf(own, [], false);
    expect(partialTypes).toEqual({ jobs: { listed: 0, used: 1, missing: 1 } });
    expect(newTypes).toBeUndefined();
  });
});

describe("the estimate of unseen names", () => {
  it.each([
    [{ listed: 26, used: 9, missing: 1 }, 2],
    [{ listed: 10, used: 10, missing: 0 }, 0],
    [{ listed: 4, used: 5, missing: 1 }, 0],
    [{ listed: 5, used: 1, missing: 1 }, 5],
  ])("for %j is %d", (counts, estimate) => {
    expect(unseen(counts)).toBeCloseTo(estimate);
  });
});
