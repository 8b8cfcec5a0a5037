import { afterEach, describe, expect, it, vi } from "vitest";
import { parsePattern, ActionPattern } from "../../src/policy/pattern.js";
import { hasCompanionRole, hasExpired, knownAction } from "../../src/checks/policy-context.js";
import { settingsOf } from "../../src/eslint/settings.js";

const keys = '"cloud", "scope", "alsoGranted", "companionRoles", "knownActions", "policySources" and "catalog"';

function read(own: unknown): unknown {
  return settingsOf({ "huaweicloud-iam": own });
}

/** What follows the form of a list: the entry that is wrong, if it is a list. */
function hint(entry: number | undefined): string {
  return entry === undefined ? "" : ` Check entry ${entry}.`;
}

describe("settings", () => {
  it("are empty by default", () => {
    expect(settingsOf({})).toEqual({});
    expect(settingsOf({ react: { version: "detect" } })).toEqual({});
    expect(read({})).toEqual({});
  });

  it.each(["otc", "otc-swiss", "huaweicloud"])("may name the cloud %s", (cloud) => {
    expect(read({ cloud })).toEqual({ cloud });
  });

  it.each(["iam-project", "enterprise-project"])("may name the scope %s", (scope) => {
    expect(read({ scope })).toEqual({ scope });
  });

  it("may name known actions", () => {
    const knownActions = [
      { action: "ims:images:share", reason: "seen in the console" },
      { action: "cce:*:*", reason: "ticket 1", expires: "2027-01-31" },
    ];
    expect(read({ cloud: "otc", knownActions })).toEqual({ cloud: "otc", knownActions });
  });

  it("may name companion roles", () => {
    expect(read({ companionRoles: ["CBR Admin"] })).toEqual({ companionRoles: ["CBR Admin"] });
    expect(read({ companionRoles: [] })).toEqual({ companionRoles: [] });
  });

  it("may name policy sources", () => {
    const policySources = [
      { function: "grantPolicy", argument: 1, module: "./iam", enterpriseProject: "epsId", iamProject: "projectId" },
      { function: "$grant" },
      { property: "policyDocument" },
      { property: "policy-document", enterpriseProject: "epsId", iamProject: "projectId" },
    ];
    expect(read({ policySources })).toEqual({ policySources });
    expect(read({ policySources: [] })).toEqual({ policySources: [] });
  });

  it("are read once for an object", () => {
    const own = { cloud: "otc" };
    expect(read(own)).toBe(read(own));
  });

  it("are rejected each time", () => {
    const own = { cloud: "aws" };
    expect(() => read(own)).toThrow();
    expect(() => read(own)).toThrow();
  });
});

describe("invalid settings are rejected with the accepted values:", () => {
  it.each<[what: string, own: unknown, message: string]>([
    [
      "an unknown key",
      { clouds: "otc" },
      `In the setting "huaweicloud-iam": "clouds" is not a setting. The settings are ${keys}.`,
    ],
    [
      "a key of Object",
      { constructor: "otc" },
      `In the setting "huaweicloud-iam": "constructor" is not a setting. The settings are ${keys}.`,
    ],
    [
      "an unknown cloud",
      { cloud: "aws" },
      'In the setting "huaweicloud-iam": "cloud" is "aws", but must be "otc", "otc-swiss" or "huaweicloud".',
    ],
    [
      "a cloud in upper case",
      { cloud: "OTC" },
      'In the setting "huaweicloud-iam": "cloud" is "OTC", but must be "otc", "otc-swiss" or "huaweicloud".',
    ],
    [
      "a list of clouds",
      { cloud: ["otc"] },
      'In the setting "huaweicloud-iam": "cloud" is ["otc"], but must be "otc", "otc-swiss" or "huaweicloud".',
    ],
    [
      "an unknown scope",
      { scope: "enterprise project" },
      'In the setting "huaweicloud-iam": "scope" is "enterprise project", but must be "iam-project" or "enterprise-project".',
    ],
    [
      "a wrong one after a right one",
      { cloud: "otc", scope: null },
      'In the setting "huaweicloud-iam": "scope" is null, but must be "iam-project" or "enterprise-project".',
    ],
    ["a text", "otc", `The setting "huaweicloud-iam" must be an object. Its keys can be ${keys}.`],
    ["a list", ["otc"], `The setting "huaweicloud-iam" must be an object. Its keys can be ${keys}.`],
    ["null", null, `The setting "huaweicloud-iam" must be an object. Its keys can be ${keys}.`],
  ])("%s", (_, own, message) => {
    expect(() => read(own)).toThrow(new Error(message));
  });

  const good = { action: "ims:images:share", reason: "seen in the console" };

  it.each<[what: string, knownActions: unknown, entry?: number]>([
    ["no list", good],
    ["a text in the list", ["ims:images:share"], 1],
    ["null in the list", [good, null], 2],
    ["no action", [{ reason: "x" }], 1],
    ["no action of three parts", [good, { ...good, action: "ims:images" }], 2],
    ["no reason", [{ action: good.action }], 1],
    ["a blank reason", [{ ...good, reason: " " }], 1],
    ["a date that is none", [{ ...good, expires: "soon" }], 1],
    ["a day that no month has", [{ ...good, expires: "2027-02-30" }], 1],
    ["a time", [{ ...good, expires: "2027-01-31T00:00" }], 1],
    ["a key that is not known", [{ ...good, expiry: "2027-01-31" }], 1],
  ])("known actions with %s", (_, knownActions, entry) => {
    expect(() => read({ knownActions })).toThrow(
      new Error(
        `In the setting "huaweicloud-iam": "knownActions" must be a list of { action: "service:resourceType:operation", reason: "...", expires?: "2027-01-31" }.${hint(entry)}`,
      ),
    );
  });
});

describe("invalid companion roles are rejected:", () => {
  it.each<[what: string, companionRoles: unknown]>([
    ["a text", "CBR Admin"],
    ["null", null],
    ["a number in the list", ["CBR Admin", 1]],
    ["a blank name", [" "]],
    ["an object", { role: "CBR Admin" }],
  ])("%s", (_, companionRoles) => {
    expect(() => read({ companionRoles })).toThrow(
      'In the setting "huaweicloud-iam": "companionRoles" must be a list of system role names such as "CBR Admin".',
    );
  });
});

describe("a companion role", () => {
  it.each<[listed: readonly string[] | undefined, names: readonly string[], isListed: boolean]>([
    [["CBR Admin"], ["CBR Admin"], true],
    [[" cbr admin"], ["CSBS Administrator", "CBR Admin"], true],
    [["CBR Admin"], ["CSBS Administrator"], false],
    [[], ["CBR Admin"], false],
    [undefined, ["CBR Admin"], false],
  ])("of %j is one of %j: %s", (listed, names, isListed) => {
    expect(hasCompanionRole(listed ? { companionRoles: listed } : {}, names)).toBe(isListed);
  });
});

describe("invalid policy sources are rejected with their format:", () => {
  const good = { function: "grantPolicy" };

  it.each<[what: string, policySources: unknown, entry?: number]>([
    ["no list", good],
    ["a name in the list", [good, "grantPolicy"], 2],
    ["null in the list", [null], 1],
    ["neither function nor property", [{ module: "./iam" }], 1],
    ["both", [{ function: "grantPolicy", property: "policy" }], 1],
    ["a function that is no name", [{ function: "iam.grantPolicy" }], 1],
    ["an empty function", [{ function: "" }], 1],
    ["a negative argument", [good, { ...good, argument: -1 }], 2],
    ["an argument that is no number", [{ ...good, argument: "0" }], 1],
    ["an empty module", [{ ...good, module: " " }], 1],
    ["a module for a property", [{ property: "policy", module: "./iam" }], 1],
    ["an enterprise project that is no name", [{ ...good, enterpriseProject: true }], 1],
    ["a key that is not known", [{ ...good, enterpriseproject: "epsId" }], 1],
    ["a function of its prototype", [Object.create(good)], 1],
  ])("%s", (_, policySources, entry) => {
    expect(() => read({ policySources })).toThrow(
      new Error(
        `In the setting "huaweicloud-iam": "policySources" must be a list of { function: "grantPolicy", argument?: 0, module?: "./iam" }, { property: "policyDocument" } or { variable: "readActions" }, each with holds?: "policy", "statement" or "actions", enterpriseProject?: "epsId" and iamProject?: "projectId".${hint(entry)}`,
      ),
    );
  });
});

describe("a known action", () => {
  const settings = {
    knownActions: [
      { action: "IMS:images:Share", reason: "a" },
      { action: "cce:*:*", reason: "b" },
      { action: "cce:jobs:get", reason: "c" },
    ],
  };

  it.each([
    ["ims:images:share", "a"],
    ["cce:jobs:get", "b"],
    ["cce:jobs:*", "b"],
    ["ims:images:*", undefined],
    ["obs:bucket:get", undefined],
  ])("covers %s: %s", (action, reason) => {
    expect(knownAction(settings, patternOf(action))?.reason).toBe(reason);
  });

  it("is undefined without the setting", () => {
    expect(knownAction({}, patternOf("ims:images:share"))).toBeUndefined();
  });
});

describe("the last day of a known action", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["2027-01-30T23:59:59Z", false],
    ["2027-01-31T23:59:59Z", false],
    ["2027-02-01T00:00:00Z", true],
  ])("is over at %s: %s", (now, isOver) => {
    vi.useFakeTimers({ now: new Date(now) });
    expect(hasExpired({ action: "a:b:c", reason: "x", expires: "2027-01-31" })).toBe(isOver);
    expect(hasExpired({ action: "a:b:c", reason: "x" })).toBe(false);
  });
});

function patternOf(text: string): ActionPattern {
  return parsePattern(text) ?? new ActionPattern("", "", "");
}

describe("settings under another key", () => {
  it.each(["huaweicloud", "eslint-plugin-huaweicloud-iam", "huaweicloudIam", "huawei-cloud-iam", "iam"])(
    "are an error that names the right one: %s",
    (key) => {
      expect(() => settingsOf({ [key]: { cloud: "otc" } })).toThrow(
        `The settings of this plugin belong under "huaweicloud-iam", not "${key}".`,
      );
    },
  );

  it.each([{ huaweicloud: { region: "eu-de" } }, { react: { cloud: "otc" } }, { huaweicloud: "otc" }, { iam: null }])(
    "may be another plugin's: %j",
    (shared) => {
      expect(settingsOf(shared)).toEqual({});
    },
  );

  it("do not matter beside the right one", () => {
    expect(settingsOf({ "huaweicloud-iam": { cloud: "otc" }, huaweicloud: { cloud: "otc" } })).toEqual({
      cloud: "otc",
    });
  });
});
