import { describe, expect, it } from "vitest";
import { chooseRevisions, newRows } from "../../../tools/import-catalog/revisions.js";
import { page, readPageOf } from "./pages.js";

describe("revisions of a page", () => {
  const head = page("a.md");
  const superseded = page("a.md", "superseded");
  const seed = page("a.md", "seed");
  const gone = page("b.md", "deleted");
  const alone = page("c.md", "seed");

  it("selects the newest; seeds and deleted pages are former", () => {
    expect(chooseRevisions([head, gone, seed, alone], "all")).toEqual({
      current: [head],
      additions: [],
      former: [gone, seed, alone],
    });
  });

  it("selects an older one that kept its separators, and adds the newer one", () => {
    expect(chooseRevisions([head, superseded], "all")).toEqual({
      current: [superseded],
      additions: [{ newer: head, current: superseded }],
      former: [],
    });
  });

  it("selects the last of two seeds if only seeds are read", () => {
    const later = page("a.md", "seed", "otc", "deed");
    expect(chooseRevisions([head, seed, later], "seeds")).toEqual({ current: [later], additions: [], former: [seed] });
  });

  it("does not mix clouds", () => {
    const other = page("a.md", "head", "otc-swiss");
    expect(chooseRevisions([head, other], "all").current).toEqual([head, other]);
  });

  it("adds rows with an action that the older one lacks", () => {
    const older = readPageOf(superseded, { apis: ["GET /a"], actions: ["jam:pot:list"] }).reading;
    const newer = readPageOf(
      head,
      { apis: ["GET /b"], actions: ["jam:pot:LIST"] },
      { apis: ["GET /c"], actions: ["jam:lid:list"] },
    ).reading;
    expect(newRows(newer, older).rows.map(({ apis }) => apis)).toEqual([["GET /c"]]);
  });
});
