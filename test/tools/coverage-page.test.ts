import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readIndex } from "../../src/catalog/store.js";
import { coveragePage } from "../../tools/coverage-page.js";
import { coverageWith } from "../fixtures/coverage.js";

const path = join(import.meta.dirname, "..", "..", "docs", "coverage.md");

describe("the page on coverage", () => {
  it("says what the catalogue says", async () => {
    expect(await coveragePage(path, readIndex())).toBe(readFileSync(path, "utf8"));
  });

  it("has a line for each service with a table, and the names of the others", async () => {
    const entry = { actions: 2, rows: 2, sha256: "" };
    const page = await coveragePage(path, {
      services: {
        otc: {
          jam: { ...entry, coverage: coverageWith("likely"), documented: "2026-04-22" },
          tea: { ...entry, coverage: coverageWith("mentioned") },
        },
      },
    });
    expect(page).toMatch(/^\| jam +\| +2 \| is probably not an action +\| 2026-04 +\| .+ \|$/mu);
    expect(page).toContain("Services without a table on Open Telekom Cloud: `tea`.");
    expect(page).not.toMatch(/^\| tea/mu);
  });
});
