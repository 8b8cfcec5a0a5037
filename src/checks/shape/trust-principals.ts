import type { Catalog } from "../../catalog/catalog.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import { identityStatementKeys, isMissingKey } from "../../policy/keys.js";
import { isKnownText, isPlaceholderWord } from "../../policy/placeholder.js";
import { listedElements } from "../../policy/listed.js";
import { findSetMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { PolicyString, Value } from "../../policy/value.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { truncate } from "../../text/wording.js";
import type { IdentityOptions } from "./identity-shape.js";
import { knownKind } from "./list-shape.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";

/** Mistakes in who may act as an agency (facts.md#trust-policies). */
export function trustPrincipalProblems(
  { value: statement }: Statement,
  { isVerbatim }: Pick<PolicyDocument, "isVerbatim">,
  { sdkGrammar }: IdentityOptions,
  catalog: Catalog,
): readonly ShapeProblem[] {
  const members = ["Principal", "NotPrincipal"].flatMap((key) => findSetMember(statement, key) ?? []);
  if (members.length === 0) {
    const isMissing =
      isVerbatim && ["Principal", "NotPrincipal"].every((key) => isMissingKey(statement, key, identityStatementKeys));
    return isMissing ? [{ range: startOf(statement), id: "principalMissing" }] : [];
  }
  const values = members.flatMap(({ value }) => possibleValues(value));
  return values.flatMap((value) => [
    ...principalProblems(value, catalog),
    ...(sdkGrammar === "report" ? grammarProblems(value) : []),
  ]);
}

function principalProblems(principal: Value, catalog: Catalog): readonly ShapeProblem[] {
  return principal.kind === "object"
    ? principal.members.flatMap(({ key, value }) =>
        listedElements(value)
          .flatMap(possibleValues)
          .filter((element) => element.kind === "string")
          .filter((element) => isKnownText(element) && !isToBeWritten(element.value, catalog))
          .flatMap((text) => (key === "IAM" ? accountProblems(text) : key === "Service" ? serviceProblems(text) : [])),
      )
    : [];
}

/** Numbers and services in capital letters, such as `APIG`, are values. */
function isToBeWritten(text: string, { ofAllClouds }: Catalog): boolean {
  return isPlaceholderWord(text) && !/^\d+$/u.test(text) && ofAllClouds.service(text.toLowerCase()) === undefined;
}

/** Numbers of another length, such as an account of AWS. Whether a name may stand there is not documented. */
function accountProblems({ value, contentRange }: PolicyString): readonly ShapeProblem[] {
  const isNumber = /^(?=.*\d)[\da-f-]{6,}$/iu.test(value);
  return isNumber && !/^[\da-f]{32}$/iu.test(value)
    ? [{ range: contentRange, id: "principalAccount", data: { account: truncate(value) } }]
    : [];
}

const serviceName = /^service\.[\da-z-]{1,56}$/iu;

function serviceProblems({ value, contentRange }: PolicyString): readonly ShapeProblem[] {
  return isWildcardIn(value) || serviceName.test(value)
    ? []
    : [{ range: contentRange, id: "principalService", data: { service: truncate(value) } }];
}

/** `Federated` is in use, although the models do not have it. */
const principalKeys: readonly string[] = ["IAM", "Service", "Federated"];

function grammarProblems(principal: Value): readonly ShapeProblem[] {
  if (principal.kind === "object") {
    return principal.members
      .filter(({ key }) => !principalKeys.includes(key))
      .map(({ key, keyRange }) => ({ range: keyRange, id: "principalKey", data: { key: truncate(key) } }));
  }
  return ["string", "scalar", "array"].includes(knownKind(principal))
    ? [{ range: principal.range, id: "principalNotObject" }]
    : [];
}
