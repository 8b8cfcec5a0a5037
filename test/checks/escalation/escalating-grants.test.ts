import { describe, expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import { escalatingActions, escalatingCombinations } from "../../../src/checks/escalation/escalating-grants.js";
import { parsePattern, ActionPattern } from "../../../src/policy/pattern.js";
import { unrestrictedGrants } from "../../../src/checks/effect/resource-scope.js";
import { documentOf } from "../../policy/statements.js";

const catalog = catalogOf(undefined);
const everything = () => true;

describe("the actions that are sufficient alone", () => {
  it.each<[pattern: string, names: readonly string[]]>([
    ["iam:permissions:addUserToGroup", ["iam:permissions:addUserToGroup"]],
    ["IAM:Permissions:addusertogroup", ["iam:permissions:addUserToGroup"]],
    ["iam:users:*", ["iam:users:updateUser", "iam:users:resetUserPassword"]],
    ["iam:*:assume", ["iam:agencies:assume", "iam:tokens:assume"]],
    ["iam:*:get*", []],
    ["iam:users:create*", []],
    ["ecs:*:*", []],
  ])("under %s are %j", (pattern, names) => {
    const found = escalatingActions(patternOf(pattern), catalog, everything);
    expect(found.map(({ action }) => action.name)).toEqual(names);
  });

  it("are limited to those of the cloud", () => {
    const found = escalatingActions(patternOf("iam:permissions:*enterpriseproject"), catalogOf("otc"), everything);
    expect(found).toEqual([]);
  });

  it("exclude those that are not granted", () => {
    const found = escalatingActions(
      patternOf("iam:users:*"),
      catalog,
      ({ pattern }) => pattern.operation !== "resetuserpassword",
    );
    expect(found.map(({ action }) => action.name)).toEqual(["iam:users:updateUser"]);
  });
});

describe("the combinations", () => {
  const provider = (name: string) => `iam:identityProviders:${name}`;
  const newProvider = ["createIdentityProvider", "createProtocol", "createMapping", "createOpenIDConnectConfig"].map(
    provider,
  );

  it.each<[what: string, statements: readonly string[], grants: readonly (readonly string[])[]]>([
    [
      "of two actions",
      [`Allow ${provider("updateProtocol")}`, `Allow ${provider("createMapping")}`],
      [[provider("updateProtocol"), provider("createMapping")]],
    ],
    [
      "of a pattern and an action",
      [`Allow ${provider("create*Mapping")}, ${provider("*Protocol")}`],
      [[provider("create*Mapping"), provider("*Protocol")]],
    ],
    ["of one pattern", [`Allow iam:*Providers:*P*o*`], []],
    ["of four actions", [`Allow ${newProvider.join(", ")}`], [newProvider]],
    ["not of three of the four", [`Allow ${newProvider.slice(1).join(", ")}`], []],
    ["not of a part that suffices alone", [`Allow ${provider("update*")}, ${provider("createMapping")}`], []],
  ])("are found %s", (_, statements, grants) => {
    const found = escalatingCombinations(unrestrictedGrants(documentOf(...statements)), catalog, everything);
    expect(found.map(({ others, last }) => [...others, last].map(({ action }) => action.string.value))).toEqual(grants);
  });

  it("require the cloud to have all of their actions", () => {
    const grants = unrestrictedGrants(documentOf(`Allow ${newProvider.join(", ")}`));
    expect(escalatingCombinations(grants, catalogOf("huaweicloud"), everything)).toEqual([]);
  });
});

function patternOf(text: string): ActionPattern {
  return parsePattern(text) ?? new ActionPattern("", "", "");
}
