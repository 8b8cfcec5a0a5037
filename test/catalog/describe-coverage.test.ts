import { describe, expect, it } from "vitest";
import type { Coverage } from "../../src/catalog/format.js";
import { describeCoverage } from "../../src/catalog/describe-coverage.js";

const coverage: Coverage = { verdict: "likely", reason: "few-uses", used: 0, missing: 0, elsewhere: 0 };
const counts = { listed: 1, used: 1, missing: 1 };

describe("the words for a coverage", () => {
  it.each<[Partial<Coverage>, string]>([
    [{ verdict: "complete", reason: "same-in-all-clouds" }, "All three clouds list the same 9 actions, years apart."],
    [{ verdict: "complete", reason: "uses-listed", used: 7 }, "All 7 actions in use are listed."],
    [{}, "No action is in use that could be missing."],
    [{ used: 1 }, "Only 1 action is in use, and it is listed."],
    [{ used: 3 }, "Only 3 actions are in use, and all are listed."],
    [{ reason: "more-elsewhere", elsewhere: 4 }, "No action in use is missing, but other clouds list 4 more actions."],
    [{ reason: "uses-missing", used: 5, missing: 1 }, "Of 5 actions in use, 1 is not listed."],
    [{ reason: "uses-missing", used: 5, missing: 2 }, "Of 5 actions in use, 2 are not listed."],
    [{ reason: "many-uses-missing", used: 1, missing: 1 }, "The only action in use is not listed."],
    [{ reason: "common-operations" }, "The only table is a manual's list of common operations."],
    [{ reason: "no-longer-updated" }, "The cloud no longer updates the pages."],
    [
      { reason: "no-longer-updated", used: 3, missing: 2 },
      "The cloud no longer updates the pages. Of 3 actions in use, 2 are not listed.",
    ],
    [{ reason: "pages-left-out" }, "Not all pages were read."],
    [{ reason: "no-table" }, "No page of the cloud has a table of the service."],
    [
      { used: 1, partialTypes: { tags: counts } },
      "Only 1 action is in use, and it is listed. Left alone: the resource type `tags`.",
    ],
    [
      { used: 1, partialTypes: { jobs: counts, tags: counts }, newTypes: counts },
      "Only 1 action is in use, and it is listed. Left alone: the resource types `jobs`, `tags`; resource types that are not listed.",
    ],
    [
      { verdict: "partial", reason: "no-longer-updated", partialTypes: { tags: counts } },
      "The cloud no longer updates the pages.",
    ],
  ])("%j are: %s", (change, text) => {
    expect(describeCoverage({ coverage: { ...coverage, ...change }, actions: 9 })).toBe(text);
  });
});
