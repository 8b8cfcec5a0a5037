import { expect, it } from "vitest";
import {
  apiRoleKeys,
  blockRoleKeys,
  levelOfRole,
  terraformBlockRoleKeys,
  textRoleKeys,
} from "../../src/policy/role.js";

it.each([
  ["AX", { level: "global", opposite: "XA" }],
  ["XA", { level: "project", opposite: "AX" }],
  ["domain", { level: "global", opposite: "project" }],
  ["project", { level: "project", opposite: "domain" }],
  ["AA", undefined],
  ["ax", undefined],
  ["", undefined],
  ["toString", undefined],
])("the level of a role that says %j is %j", (word, level) => {
  expect(levelOfRole(word)).toEqual(level);
});

it.each([apiRoleKeys, textRoleKeys, blockRoleKeys, terraformBlockRoleKeys])(
  "each carrier's words are those of a level: $level",
  ({ levels }) => {
    expect(levels.map((word) => levelOfRole(word)?.level)).toEqual(["global", "project"]);
  },
);
