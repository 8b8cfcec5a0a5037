import { Linter } from "eslint";
import { formerActions } from "../src/checks/actions/former-actions.js";
import { grantLevelProblems } from "../src/checks/actions/grant-levels.js";
import { identityActionProblems } from "../src/checks/actions/identity-actions.js";
import { levelProblems } from "../src/checks/actions/level-problems.js";
import { miscasedActions } from "../src/checks/actions/miscased-actions.js";
import { miscasedIdentityActions } from "../src/checks/actions/miscased-identity-actions.js";
import { missingCompanionRoles } from "../src/checks/actions/missing-companion-roles.js";
import { missingDependencies } from "../src/checks/actions/missing-dependencies.js";
import { unknownActions, unknownActionsOfData } from "../src/checks/actions/unknown-actions.js";
import { unsupportedOnEnterpriseProject } from "../src/checks/actions/enterprise-project-support.js";
import type { Check } from "../src/checks/summary/check.js";
import { conditionProblems } from "../src/checks/condition/condition-checks.js";
import { identityConditionProblems } from "../src/checks/condition/identity-conditions.js";
import { broadGrants } from "../src/checks/effect/broad-grants.js";
import { ineffectiveStatements } from "../src/checks/effect/ineffective-statements.js";
import { redundantActionProblems } from "../src/checks/effect/redundant-action-problems.js";
import { identityPrivilegeEscalations } from "../src/checks/escalation/identity-escalations.js";
import { privilegeEscalations } from "../src/checks/escalation/privilege-escalations.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { identityResourceProblems } from "../src/checks/resource/identity-resources.js";
import { resourceProblems } from "../src/checks/resource/resource-problems.js";
import { shapeProblems } from "../src/checks/shape/policy-shape.js";
import { Summary } from "../src/checks/summary/summary.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { PolicyDocument } from "../src/policy/document.js";

type Checks = Readonly<Record<string, readonly Check[]>>;

/** The checks of policies in any version, with their options, by the names that rules import. */
const checks: Checks = {
  grantLevelProblems: [grantLevelProblems([])],
  levelProblems: [levelProblems([]), levelProblems(["obs"])],
  shapeProblems: [
    shapeProblems({ maxStatements: 8, warnAtSize: 90, sdkGrammar: "report" }),
    shapeProblems({ maxStatements: 1, warnAtSize: 1, sdkGrammar: "ignore" }),
    shapeProblems({ maxStatements: 2, warnAtSize: 3, sdkGrammar: "ignore" }),
  ],
  unknownActionsOfData: [unknownActionsOfData("report")],
  unsupportedOnEnterpriseProject: [unsupportedOnEnterpriseProject("report")],
};

/** Those of both versions. */
const sharedChecks: Checks = {
  broadGrants: [1, 2, 3].map((minimumSegments) => broadGrants({ allow: [], minimumSegments })),
  ineffectiveStatements: [ineffectiveStatements({ denyOnly: "report" })],
  redundantActionProblems: [redundantActionProblems],
};

/** Those of custom policies (1.1). */
const customPolicyChecks: Checks = {
  ...sharedChecks,
  conditionProblems: [conditionProblems],
  formerActions: [formerActions],
  miscasedActions: [miscasedActions],
  missingCompanionRoles: [missingCompanionRoles("common"), missingCompanionRoles("every")],
  missingDependencies: [true, false].flatMap((reads) => [
    missingDependencies({ reads, apis: "common" }),
    missingDependencies({ reads, apis: "every" }),
  ]),
  privilegeEscalations: [privilegeEscalations],
  resourceProblems: [resourceProblems({ unlistedServices: "report" })],
  unknownActions: [unknownActions("report")],
};

/** Those of version 5.0. */
const identityPolicyChecks: Checks = {
  ...sharedChecks,
  identityActionProblems: [identityActionProblems("report")],
  identityConditionProblems: [identityConditionProblems],
  identityPrivilegeEscalations: [identityPrivilegeEscalations],
  identityResourceProblems: [identityResourceProblems],
  miscasedIdentityActions: [miscasedIdentityActions],
};

/** The names of all checks. */
export const checkNames: readonly string[] = [
  ...new Set([checks, customPolicyChecks, identityPolicyChecks].flatMap(Object.keys)),
];

/** The problems of a file's policies that checks find when they are asked, and do not look for by themselves. */
export function overlookedIn(
  text: string,
  config: Linter.Config,
  setting: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const overlooked: string[] = [];
  const check: Check = {
    when: () => true,
    problems(policy, context) {
      overlooked.push(...overlookedOf(policy, context));
      return [];
    },
  };
  const rule = createRule({
    name: "ask-all",
    meta: {
      type: "problem",
      docs: { description: "Ask all checks", config: "strict", severity: "error" },
      schema: [],
      defaultOptions: [],
      messages: {},
    },
    create: () => ({ policy: check, importedPolicy: check, actionList: check }) as never,
  });
  const messages = new Linter().verify(text, {
    ...config,
    plugins: { ...config.plugins, ask: { rules: { all: rule } } },
    rules: { "ask/all": "error" },
    settings: { "huaweicloud-iam": setting },
  });
  return [...messages.map(({ message }) => message), ...overlooked];
}

function overlookedOf(policy: PolicyDocument, context: PolicyContext): readonly string[] {
  const summary = new Summary(policy, context);
  const asked = Object.entries({ ...checks, ...checksOfDialect(policy) });
  return asked.flatMap(([name, options]) =>
    options
      .filter(({ when }) => !when(summary))
      .flatMap(({ problems }) => problems(policy, context))
      .map(({ id, range }) => `${name}: ${id} at ${range.join("-")}`),
  );
}

function checksOfDialect({ dialect }: PolicyDocument): Checks {
  return dialect === "1.1" ? customPolicyChecks : dialect === "5.0" ? identityPolicyChecks : {};
}
