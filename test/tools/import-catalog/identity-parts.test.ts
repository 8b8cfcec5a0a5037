import { describe, expect, it } from "vitest";
import { identityFiles, pairsIn } from "../../../tools/import-catalog/identity-parts.js";
import { page } from "./pages.js";

const nothing = { isComplete: false, actions: [], resources: [], conditionKeys: [], operations: [] };
const schema = {
  ...nothing,
  version: "v1",
  isComplete: true,
  actions: [
    {
      name: "toy:boxes:open",
      resources: [
        { type: "box", urn: "toy:::box:<id>", required: true as const },
        { type: "ring", urn: "key:::ring:<id>" },
      ],
    },
    { name: "Key:rings:get" },
  ],
  resources: [{ type: "box", urn: "toy:::box:<id>" }],
  conditionKeys: [{ key: "toy:Colour" }, { key: "key:Form" }],
  operations: [{ id: "OpenBox", action: "toy:boxes:open" }],
};
const rows = [
  { apis: ["POST /boxes"], actions: ["toy:box:open"], identityActions: ["TOY:boxes:open"], at: [1, 1] as const },
  {
    apis: ["PUT /boxes"],
    actions: ["toy:box:a", "toy:box:b"],
    identityActions: ["toy:boxes:turn"],
    at: [1, 2] as const,
  },
  { apis: ["GET /boxes"], actions: ["toy:box:list"], at: [1, 3] as const },
];

describe("files about identity policies", () => {
  it("are one per service, put together from all sources", () => {
    const [key, toy] = identityFiles([
      { source: page("schema.yaml"), parts: schema },
      { source: page("pairs.md"), parts: pairsIn(rows) ?? nothing },
    ]);
    expect(key).toMatchObject({
      service: "key",
      isComplete: true,
      conditionKeys: [{ key: "key:Form" }],
      resources: [],
    });
    expect(toy).toEqual({
      cloud: "otc",
      service: "toy",
      sources: [
        { repository: "docs/jam", commit: "c0ffee", path: "schema.yaml" },
        { repository: "docs/jam", commit: "c0ffee", path: "pairs.md" },
      ],
      version: "v1",
      isComplete: true,
      actions: [
        {
          name: "toy:boxes:open",
          aliases: ["toy:box:open"],
          resources: [
            { type: "box", required: true },
            { type: "ring", urn: "key:::ring:<id>" },
          ],
        },
        { name: "toy:boxes:turn" },
      ],
      resources: [{ type: "box", urn: "toy:::box:<id>" }],
      conditionKeys: [{ key: "toy:Colour" }],
      operations: [{ id: "OpenBox", action: "toy:boxes:open" }],
    });
  });

  it("are none of rows without names for identity policies", () => {
    expect(pairsIn(rows.slice(2))).toBeUndefined();
  });
});
