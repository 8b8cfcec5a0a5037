import type { Dialect } from "./document.js";
import { readEffect } from "./document.js";
import { isPlaceholder } from "./placeholder.js";
import { listedValues, memberOf, possibleValues, type ObjectValue, type Value } from "./value.js";

/** What is known of a candidate besides its own text. */
export interface Evidence {
  /** The carrier can only hold a policy of these clouds. */
  readonly isCertain: boolean;
  /** Whether a text is an action that one of the clouds documents. */
  readonly isDocumented: (action: string) => boolean;
}

const dialects: readonly string[] = ["1.0", "1.1", "5.0"] satisfies Dialect[];

/** How resources begin in AWS, Alibaba, Tencent and Volcengine policies. */
const foreignResource = /^(?:arn|acs|qcs|trn):/u;

/**
 * Tells a policy of Huawei Cloud, OTC or Swiss OTC from those of other clouds, from bucket and topic
 * policies and from everything else (facts: real-policies 2.5, where the procedure was tried on 8,137
 * objects). Returns its dialect, `undefined` when it is not ours or there is too little to tell.
 */
export function recognise(policy: ObjectValue, evidence: Evidence): Dialect | undefined {
  const statements = statementsOf(policy);
  const version = memberOf(policy, "Version");
  if (statements.length === 0 || isForeignVersion(version) || statements.some(isForeign)) {
    return undefined;
  }
  const actions = statements.flatMap(actionTexts);
  const actionsOfThreeParts = actions.filter((action) => action.split(":").length >= 3);
  const dialect = dialectOf(version);
  if (dialect) {
    return evidence.isCertain || actionsOfThreeParts.length > 0 ? dialect : undefined;
  }
  const isLikely = actionsOfThreeParts.length * 2 > actions.length && actionsOfThreeParts.some(evidence.isDocumented);
  return evidence.isCertain || isLikely ? "1.1" : undefined;
}

/** The elements of `Statement` that look like statements: an effect, and actions. */
function statementsOf(policy: ObjectValue): ObjectValue[] {
  const list = memberOf(policy, "Statement");
  return (list?.kind === "object" ? [] : listedValues(list))
    .flatMap(({ value }) => possibleValues(value))
    .filter((element) => element.kind === "object")
    .filter((statement) => hasEffect(statement) && (memberOf(statement, "Action") ?? memberOf(statement, "NotAction")));
}

function hasEffect(statement: ObjectValue): boolean {
  const effect = memberOf(statement, "Effect");
  const isKnown =
    effect?.kind !== "unknown" && !(effect?.kind === "string" && (!effect.isStatic || isPlaceholder(effect.value)));
  return !isKnown || readEffect(effect) !== undefined;
}

/** The version as text; a number is a slip that does not change whose policy it is. */
function versionText(version: Value | undefined): string | undefined {
  switch (version?.kind) {
    case "string":
      return version.isStatic ? version.value : undefined;
    case "scalar":
      return Number.isInteger(version.value) ? `${version.value}.0` : String(version.value);
    default:
      return undefined;
  }
}

function dialectOf(version: Value | undefined): Dialect | undefined {
  return dialects.find((dialect) => dialect === versionText(version)) as Dialect | undefined;
}

function isForeignVersion(version: Value | undefined): boolean {
  const text = versionText(version);
  return text !== undefined && !dialects.includes(text);
}

function isForeign(statement: ObjectValue): boolean {
  const hasPrincipal = memberOf(statement, "Principal") ?? memberOf(statement, "NotPrincipal");
  return (
    hasPrincipal !== undefined || textsOf(memberOf(statement, "Resource")).some((uri) => foreignResource.test(uri))
  );
}

function actionTexts(statement: ObjectValue): string[] {
  return [...textsOf(memberOf(statement, "Action")), ...textsOf(memberOf(statement, "NotAction"))].filter(
    (action) => !isPlaceholder(action),
  );
}

function textsOf(value: Value | undefined): string[] {
  return listedValues(value)
    .flatMap(({ value: element }) => possibleValues(element))
    .filter((element) => element.kind === "string")
    .map((string) => string.value);
}
