import { describe, expect, it } from "vitest";
import { chooseEditions, liveAddress, liveSource } from "../../../tools/import-catalog/live-page.js";

describe("the address of a live page", () => {
  it.each([
    ["api-jam/jam_06.html", "", "api-jam/jam_06"],
    ["api-jam/jam_06.md", "", "api-jam/jam_06"],
    ["intl/zh-cn/api-jam/jam_06.html", "intl/zh-cn", "api-jam/jam_06"],
    ["eu/api-jam/jam_06.html", "eu", "api-jam/jam_06"],
    ["en-us/api-jam/jam_06.html", "en-us", "api-jam/jam_06"],
  ])("%s has the edition %j", (path, edition, stem) => {
    expect(liveAddress(path)).toEqual({ edition, stem });
  });

  it.each(["intl/en-us/my-kualalumpur-1-api-jam/jam_06.html", "eu/eu-west-0-api-jam/jam_06.html"])(
    "%s is that of a partner's cloud",
    (path) => {
      expect(liveAddress(path)).toBeUndefined();
    },
  );

  it("is the source in the catalogue, with the date", () => {
    expect(liveSource("eu/api-jam/a.html", "2025-01-02").live).toEqual({
      address: "https://support.huaweicloud.com/eu/api-jam/a.html",
      date: "2025-01-02",
    });
  });
});

describe("the editions of a page", () => {
  const chosen = (...pages: readonly (readonly [path: string, date?: string])[]) =>
    chooseEditions(pages.map(([path, date]) => ({ path, date }))).map(({ path }) => path);

  it("are one: the latest, whatever its language", () => {
    expect(
      chosen(
        ["intl/es-us/api-jam/a.html", "2025-08-25"],
        ["intl/zh-cn/api-jam/a.html", "2025-11-14"],
        ["eu/api-jam/a.html", "2025-10-01"],
        ["api-jam/b.html", "2020-01-01"],
      ),
    ).toEqual(["api-jam/b.html", "intl/zh-cn/api-jam/a.html"]);
    expect(chosen(["api-jam/a.html", "2025-01-01"], ["eu/api-jam/a.html", "2025-01-02"])).toEqual([
      "eu/api-jam/a.html",
    ]);
  });

  it("are the original, if they are of the same day or have no date", () => {
    const day = "2025-01-01";
    expect(chosen(["intl/pt-br/api-jam/a.html", day], ["eu/api-jam/a.html", day], ["api-jam/a.html", day])).toEqual([
      "api-jam/a.html",
    ]);
    expect(chosen(["intl/en-us/api-jam/a.html"], ["intl/zh-cn/api-jam/a.html"])).toEqual(["intl/zh-cn/api-jam/a.html"]);
  });

  it("leave a Markdown twin out beside its HTML, and a partner's page always", () => {
    expect(chosen(["api-jam/a.md"], ["api-jam/a.html", "2025-01-01"])).toEqual(["api-jam/a.html"]);
    expect(chosen(["api-jam/a.html"], ["api-jam/a.md"])).toEqual(["api-jam/a.html"]);
    expect(chosen(["api-jam/a.md"], ["intl/en-us/ae-ad-1-api-jam/a.html", "2026-01-01"])).toEqual(["api-jam/a.md"]);
  });
});
