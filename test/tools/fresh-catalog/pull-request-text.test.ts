import { describe, expect, it } from "vitest";
import { pullRequestText } from "../../../tools/fresh-catalog/pull-request-text.js";

const changes = ["## otc/jam", "", "- new: `jam:pot:stir`", ""];

describe("the words for a pull request", () => {
  it("are what the comparison says, the pages that changed, and what is left to do", () => {
    const fetched = ["changed: docs/jam: pots.md", "added: docs/jam: lids.md", "2 pages of 1 repository"];
    expect(pullRequestText(changes, fetched)).toMatch(
      /## otc\/jam\n\n- new: `jam:pot:stir`\n\n## Pages\n\n- changed: docs\/jam: pots\.md\n- added: docs\/jam: lids\.md\n\n## To do\n/u,
    );
    expect(pullRequestText(changes, [])).toContain("## Pages\n\nNone changed.\n");
  });

  it("are none without a change of facts", () => {
    expect(pullRequestText(["Nothing changed."], ["changed: docs/jam: pots.md"])).toBeUndefined();
  });

  it("are shortened to what GitHub takes, at the end of a line", () => {
    const line = `- new: ${"x".repeat(993)}`;
    const text = pullRequestText([...changes, ...Array.from({ length: 100 }, () => line)], []) ?? "";
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/\n\n## To do\n\n(?:- \[ \] .*\n){3}$/u);
    expect(text).toContain(`${line}\n\nThere is more than fits in here: see \`npm run diff-catalog\`.\n`);
  });
});
