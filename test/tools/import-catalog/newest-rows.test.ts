import { describe, expect, it } from "vitest";
import { liveSource, pageOfWebsite } from "../../../tools/import-catalog/live-page.js";
import { mergePages, type ReadPage } from "../../../tools/import-catalog/merge.js";
import { compact } from "./compact.js";
import { page, readPageOf } from "./pages.js";

const old = page("old.md", "head", "huaweicloud");
const live = liveSource("api-jam/jam_06.html", "2025-11-14");
const undated = liveSource("api-jam/jam_06.md", undefined);
const cook = { apis: ["POST /pots/{pot_id}"], actions: ["jam:pot:cook"], dependencies: ["jam:pot:list"] };

/** The rows of merged pages, with the path of their page. */
function merged(...pages: readonly ReadPage[]): readonly string[] {
  return mergePages(pages).rows.map(({ page: { path }, row }) => `${path}: ${compact(row)}`);
}

describe("rows of a newer page", () => {
  it("replace those of an older one for the same API and actions, whatever parameters are called", () => {
    const newer = { ...cook, apis: ["POST /pots/{id}"], dependencies: ["jam:pot:list", "jam:lid:get"] };
    const pages = [readPageOf(old, cook), readPageOf(live, newer)];
    expect(merged(...pages)).toEqual([
      "api-jam/jam_06.html: POST /pots/{id} | jam:pot:cook | jam:pot:list & jam:lid:get | -/-",
    ]);
    expect(mergePages(pages).replaced.map(({ page: { path }, by }) => [path, by.path])).toEqual([
      ["old.md", "api-jam/jam_06.html"],
    ]);
  });

  it("leave those that only the older page has", () => {
    const list = { apis: ["GET /pots"], actions: ["jam:pot:list"] };
    const both = { ...cook, actions: ["jam:pot:cook", "jam:pot:stir"] };
    const newer = { ...cook, dependencies: [] };
    expect(merged(readPageOf(old, list, both, cook), readPageOf(live, newer))).toEqual([
      "old.md: GET /pots | jam:pot:list | -/-",
      "old.md: POST /pots/{pot_id} | jam:pot:cook & jam:pot:stir | jam:pot:list | -/-",
      "api-jam/jam_06.html: POST /pots/{pot_id} | jam:pot:cook | none | -/-",
    ]);
  });

  it("take their API only out of a row with several", () => {
    const older = { ...cook, apis: ["POST /v1/pots", "POST /v2/pots"] };
    expect(
      merged(readPageOf(old, older), readPageOf(live, { ...cook, apis: ["POST /v2/pots"], dependencies: [] })),
    ).toEqual([
      "old.md: POST /v1/pots | jam:pot:cook | jam:pot:list | -/-",
      "api-jam/jam_06.html: POST /v2/pots | jam:pot:cook | none | -/-",
    ]);
  });

  it("do not speak of what their page has no column for", () => {
    const older = { ...cook, iamProject: true, enterpriseProject: false };
    const newer = { apis: cook.apis, actions: cook.actions, enterpriseProject: true };
    expect(merged(readPageOf(old, older), readPageOf(live, newer))).toEqual([
      "api-jam/jam_06.html: POST /pots/{pot_id} | jam:pot:cook | jam:pot:list | yes/yes",
    ]);
  });

  it("leave an older source that says the same", () => {
    const older = { ...cook, dependencies: ["jam:lid:get", "jam:pot:list"] };
    const newer = { ...cook, dependencies: ["jam:pot:list", "jam:lid:get"] };
    const { rows, replaced } = mergePages([readPageOf(old, older), readPageOf(live, newer)]);
    expect([rows.map(({ page: { path } }) => path), replaced]).toEqual([["old.md"], []]);
  });

  it("replace a row that says that its API needs no action", () => {
    const none = { apis: cook.apis, actions: [], iamProject: true };
    expect(
      merged(readPageOf(old, { apis: ["GET /"], actions: ["jam:pot:list"] }, none), readPageOf(live, cook)),
    ).toEqual([
      "old.md: GET / | jam:pot:list | -/-",
      "api-jam/jam_06.html: POST /pots/{pot_id} | jam:pot:cook | jam:pot:list | yes/-",
    ]);
    expect(
      merged(readPageOf(old, cook), readPageOf(live, none, { apis: ["GET /"], actions: ["jam:pot:list"] })),
    ).toHaveLength(3);
  });

  it("are compared without APIs where both tables have none", () => {
    const older = { apis: [], actions: ["jam:pot:cook"], dependencies: ["jam:pot:list"] };
    expect(merged(readPageOf(old, older), readPageOf(live, { ...older, dependencies: [] }))).toEqual([
      "api-jam/jam_06.html:  | jam:pot:cook | none | -/-",
    ]);
  });
});

describe("which page is newer", () => {
  const rows = (first: ReadPage["source"], second: ReadPage["source"]) =>
    merged(readPageOf(first, cook), readPageOf(second, { ...cook, dependencies: [] })).map(
      (line) => line.split(":")[0],
    );

  it("is the one with the later date", () => {
    expect(rows(live, liveSource("api-jam/a.html", "2025-11-15"))).toEqual(["api-jam/a.html"]);
    expect(rows(live, liveSource("api-jam/a.html", "2025-11-13"))).toEqual(["api-jam/jam_06.html"]);
  });

  it("is not known without a date, and of repositories that go on", () => {
    expect(rows(old, undated)).toEqual(["old.md"]);
    expect(rows(page("otc.md"), { ...live, cloud: "otc" })).toEqual(["otc.md"]);
  });

  it("is not a live page that is older than a commit", () => {
    const ecs = { ...old, repository: "huaweicloudDocs/ecs", commit: "bd661adb11" };
    expect(rows(ecs, liveSource("api-jam/a.html", "2024-04-18"))).toEqual(["old.md"]);
    expect(rows(ecs, liveSource("api-jam/a.html", "2024-04-19"))).toEqual(["api-jam/a.html"]);
  });

  it("is the one that a person read, until a later page is imported", () => {
    const byHand = pageOfWebsite("https://support.huaweicloud.com/api-jam/hand.md", { readByHand: "2026-11-28" });
    expect(rows(live, byHand)).toEqual(["api-jam/hand.md"]);
    expect(rows(byHand, liveSource("api-jam/a.html", "2026-12-01"))).toEqual(["api-jam/a.html"]);
  });
});

describe("a row with a name for identity policies only", () => {
  it("is no permission row", () => {
    const source = readPageOf(
      live,
      { apis: ["GET /pools"], actions: [], identityActions: ["pot:pools:list"] },
      { apis: ["GET /"], actions: [] },
      cook,
    );
    const { rows, skipped } = mergePages([source]);
    expect(rows).toHaveLength(2);
    expect(skipped.map(({ reason }) => reason)).toEqual(["identity-action-only"]);
  });
});
