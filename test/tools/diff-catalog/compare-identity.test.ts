import { describe, expect, it } from "vitest";
import type { IdentityAction, IdentityFile } from "../../../src/catalog/identity-format.js";
import { compareIdentityFiles } from "../../../tools/diff-catalog/compare-identity.js";

function file(...actions: readonly IdentityAction[]): IdentityFile {
  return {
    ...{ cloud: "otc", service: "toy", sources: [], isComplete: true },
    ...{ actions, resources: [], conditionKeys: [], operations: [] },
  };
}

const open: IdentityAction = { name: "toy:boxes:open", accessLevel: "write", aliases: ["toy:box:open"] };

describe("differences between what two catalogues say of identity policies", () => {
  it("are none between equal ones", () => {
    expect(compareIdentityFiles([file(open)], [file({ ...open, name: "toy:boxes:Open" })])).toEqual([]);
  });

  it("are new and removed actions, and changed facts", () => {
    const close = { name: "toy:boxes:close" };
    const now = { name: open.name, permissionOnly: true as const, conditionKeys: ["toy:Colour"] };
    const box = { type: "box", required: true as const, conditionKeys: ["toy:Size"] };
    expect(
      compareIdentityFiles(
        [file(open, close)],
        [file({ ...now, resources: [box, { type: "lid" }] }, { name: "toy::count" })],
      ),
    ).toEqual([
      "## otc/toy, identity policies",
      "",
      "- new: `toy::count`",
      "- removed: `toy:boxes:close`",
      "- `toy:boxes:open`: access level changed from write to none",
      "- `toy:boxes:open`: names in version 1.1 changed from toy:box:open to none",
      "- `toy:boxes:open`: need by APIs changed from yes to no",
      "- `toy:boxes:open`: resources changed from none to box*, lid",
      "- `toy:boxes:open`: condition keys changed from none to toy:Colour, toy:Size",
      "",
    ]);
  });

  it("are all actions of a service that is new or removed", () => {
    expect(compareIdentityFiles([], [file(open)])).toContain("- new: `toy:boxes:open`");
    expect(compareIdentityFiles([file(open)], [])).toContain("- removed: `toy:boxes:open`");
  });
});
