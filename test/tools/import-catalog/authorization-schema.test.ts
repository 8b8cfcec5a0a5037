import { describe, expect, it } from "vitest";
import { parseAuthorizationSchema } from "../../../tools/import-catalog/authorization-schema.js";

const schema = {
  version: "v7",
  actions: [
    {
      name: "toy:boxes:open",
      access_level: "write",
      permission_only: false,
      description: { en_US: "Opens a box." },
      aliases: ["toy:box:open", "toy:box:unlock"],
      resources: [
        {
          urn_template: "toy:<region>:<account-id>:box:<box-id>",
          required: true,
          condition_keys: ["g:ResourceTag/<tag-key>"],
        },
        { urn_template: "key:<region>:<account-id>:ring:<ring-id>", required: false, condition_keys: [] },
      ],
      condition_keys: ["g:EnterpriseProjectId"],
    },
    { name: "toy::count", access_level: "none", permission_only: true, condition_keys: [] },
  ],
  resources: [{ type_name: "box", urn_template: "toy:<region>:<account-id>:box:<box-id>" }],
  conditions: [
    { key: "toy:Colour", value_type: "string", multi_valued: false },
    { key: "toy:Size", value_type: "length" },
  ],
  operations: [
    { operation_id: "OpenBox", operation_action: "toy:boxes:open", dependent_actions: ["key:rings:get"] },
    { operation_id: "CountBoxes", operation_action: "toy::count", dependent_actions: [] },
  ],
  bindings: [{ service_principal: "service.Toy" }],
};

const ring = { urn_template: "key:<region>:<account-id>:ring:<ring-id>" };

const parts = {
  version: "v7",
  isComplete: true,
  actions: [
    { name: "toy::count", permissionOnly: true },
    {
      name: "toy:boxes:open",
      accessLevel: "write",
      aliases: ["toy:box:open", "toy:box:unlock"],
      resources: [
        {
          type: "box",
          urn: "toy:<region>:<account-id>:box:<box-id>",
          required: true,
          conditionKeys: ["g:ResourceTag/<tag-key>"],
        },
        { type: "ring", urn: "key:<region>:<account-id>:ring:<ring-id>" },
      ],
      conditionKeys: ["g:EnterpriseProjectId"],
    },
  ],
  resources: [{ type: "box", urn: "toy:<region>:<account-id>:box:<box-id>" }],
  conditionKeys: [{ key: "toy:Colour", type: "string", isMultiValued: false }, { key: "toy:Size" }],
  operations: [
    { id: "OpenBox", action: "toy:boxes:open", dependencies: ["key:rings:get"] },
    { id: "CountBoxes", action: "toy::count" },
  ],
};

describe("an authorization schema", () => {
  it("is read from the answer of the API, without descriptions", () => {
    expect(parseAuthorizationSchema("toy.json", JSON.stringify(schema))).toEqual(parts);
  });

  it("is read from a specification in YAML", () => {
    const text = `openapi: "3.0.1"\npaths: {}\nx-iam-meta:\n  auth-schemas: ${JSON.stringify(schema)}\n`;
    expect(parseAuthorizationSchema("toy.yaml", text)).toEqual(parts);
  });

  it("may have actions only", () => {
    expect(parseAuthorizationSchema("toy.json", '{"actions":[{"name":"toy:boxes:open"}]}')).toEqual({
      isComplete: true,
      actions: [{ name: "toy:boxes:open" }],
      resources: [],
      conditionKeys: [],
      operations: [],
    });
  });

  it("may lack actions if it does not list a type of the service that its actions take", () => {
    const unlisted = { ...schema, resources: [] };
    expect(parseAuthorizationSchema("toy.json", JSON.stringify(unlisted)).isComplete).toBe(false);
    const ofOthers = { actions: schema.actions.map((action) => ({ ...action, resources: [ring] })), resources: [] };
    expect(parseAuthorizationSchema("toy.json", JSON.stringify(ofOthers)).isComplete).toBe(true);
  });

  it.each([
    ["no schema", "{}", "toy.json has no authorization schema"],
    ["a text", "toy", "toy.json has no authorization schema"],
    ["actions without a name", '{"actions":[{}]}', "toy.json has no authorization schema"],
    ["actions that are no list", '{"actions":{}}', "toy.json has no authorization schema"],
    [
      "operations without an action",
      '{"actions":[],"operations":[{"operation_id":"A"}]}',
      "has no authorization schema",
    ],
    ["a syntax error", '{"actions":', "cannot read toy.json"],
  ])("is refused if there is %s", (_, text, message) => {
    expect(() => parseAuthorizationSchema("toy.json", text)).toThrow(message);
  });
});
