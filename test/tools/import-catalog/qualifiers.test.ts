import { describe, expect, it } from "vitest";
import { readNote } from "../../../tools/import-catalog/qualifiers.js";

const obs = { anyOf: ["Tenant Administrator"], service: "obs" };

describe("notes", () => {
  it.each([
    ["You need Tenant Administrator permissions for OBS.", "Cook", obs],
    ["需要对象存储服务的Tenant Administrator权限。", "煮", obs],
    [
      "With an external image file, have the Tenant Administrator permission for OBS.",
      "Cook",
      { ...obs, qualifier: "only-external-image-file" },
    ],
    [
      "With an external image file, have the Tenant Administrator permission for OBS.",
      "Cook an external image file",
      obs,
    ],
    [
      "Have the CSBS Administrator or the CBR Admin permission.",
      "Cook",
      { anyOf: ["CSBS Administrator", "CBR Admin"] },
    ],
    [
      "Administrator permissions for CSBS or Admin permissions for CBR are needed.",
      "Cook",
      { anyOf: ["CSBS Administrator", "CBR Admin"] },
    ],
    ["Have the CBR Admin permission.", "Cook", { anyOf: ["CBR Admin"] }],
  ])("reads the role of %j for %j", (note, title, role) => {
    expect(readNote(note, title)).toEqual({ companionRoles: [role], defaultEnterpriseProjectOnly: false });
  });

  it("reads the restriction to the default enterprise project", () => {
    const note = "This works only if you select the default enterprise project.";
    expect(readNote(note, "Cook")).toEqual({ companionRoles: [], defaultEnterpriseProjectOnly: true });
  });

  it("does not guess", () => {
    expect(readNote("Mind the heat.", "Cook")).toBeUndefined();
  });
});
