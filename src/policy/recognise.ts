import { isOnlyOfIdentityPolicy } from "./dialects.js";
import type { Dialect, PolicyDocument } from "./document.js";
import { readEffect } from "./document.js";
import { nearestKey, statementKeys } from "./keys.js";
import { kindByKeys } from "./kinds.js";
import { isStar } from "./pattern.js";
import { isKnownText, isPlaceholder } from "./placeholder.js";
import { listedElements, listedTexts } from "./listed.js";
import { memberOf } from "./members.js";
import { possibleValues } from "./possible-values.js";
import type { ObjectValue, Value } from "./value.js";

/** Lookups in the clouds' tables. */
export interface KnownNames {
  /** Whether one of the clouds documents an action. */
  readonly isDocumented: (action: string) => boolean;
  /** Whether one of the clouds documents a service. */
  readonly isService: (name: string) => boolean;
}

/** Evidence that a candidate is a policy of these clouds, besides the candidate itself. */
export interface Evidence extends KnownNames {
  /** The carrier can only hold a policy of these clouds. */
  readonly isCertain: boolean;
  /** The carrier makes roles of these clouds and nothing else, so that what looks foreign in it is a mistake. */
  readonly isOurs?: boolean | undefined;
  /** The only version that the carrier takes, which a policy without a `Version` has; 1.1 if there is none. */
  readonly takes?: Dialect | undefined;
}

const dialects: readonly string[] = ["1.0", "1.1", "5.0"] satisfies Dialect[];

/** Prefixes of resources in AWS, Alibaba, Tencent and Volcengine policies. */
const foreignResource = /^(?:arn|acs|qcs|trn):/u;

/**
 * Tells a policy of Huawei Cloud, OTC or Swiss OTC from those of other clouds, from bucket and topic policies and from
 * everything else (facts.md#look-alikes).
 *
 * @returns its dialect; `undefined` when it is not ours or there is too little evidence
 */
export function recognise(policy: ObjectValue, evidence: Evidence): PolicyDocument["dialect"] | undefined {
  const statements = listedElements(memberOf(policy, "Statement"))
    .flatMap(possibleValues)
    .filter((element) => element.kind === "object");
  const traits = new Traits(statements, evidence);
  const written = memberOf(policy, "Version");
  const version = versionText(written);
  const dialect = dialects.find((known) => known === version?.trim()) as Dialect | undefined;
  const mayHavePrincipal = dialect === "5.0" && (evidence.isCertain || traits.isTrust());
  if (!evidence.isOurs && statements.some((statement) => isForeign(statement, mayHavePrincipal))) {
    return undefined;
  }
  if (evidence.isOurs && dialect === undefined && traits.isPolicy()) {
    return version === undefined ? (evidence.takes ?? "1.1") : "other";
  }
  if (version !== undefined && dialect === undefined) {
    return traits.isOfThreeParts() && (evidence.isCertain || traits.isDocumented()) ? "other" : undefined;
  }
  if (dialect) {
    return evidence.isCertain || traits.isPolicyWithVersion(dialect) ? dialect : undefined;
  }
  const meant = evidence.takes ?? (traits.isOfIdentityPolicy() ? "5.0" : "1.1");
  return (evidence.isCertain ? traits.isPolicyOfCarrier() : traits.isLikely()) ? meant : undefined;
}

/** Evidence in the statements of a candidate. Most policies show by their first action whose they are. */
class Traits {
  readonly #statements: readonly ObjectValue[];
  readonly #names: KnownNames;

  constructor(statements: readonly ObjectValue[], names: KnownNames) {
    this.#statements = statements;
    this.#names = names;
  }

  /** Whether all actions have three parts, and one is documented: a policy of ours, whatever its version. */
  isDocumented(): boolean {
    return this.#hasDocumented() && this.#hasEffects();
  }

  /** Whether an action is one that only identity policies have. */
  isOfIdentityPolicy(): boolean {
    return this.#has(isOnlyOfIdentityPolicy);
  }

  /** Whether it says who may act as an agency, which AWS has other principals and actions of two parts for. */
  isTrust(): boolean {
    return kindByKeys(this.#statements) === "trust" && this.#has(isOfSts) && this.#has(hasThreeParts);
  }

  isOfThreeParts(): boolean {
    return this.#has(hasThreeParts) && !this.#has((action) => !hasThreeParts(action));
  }

  /**
   * Whether a policy with a version of ours has an action of three parts, or only those of the forms `ecs:*` and `*`, not
   * `ecs:RunTask`. No other cloud has version 1.1 or 5.0 with these keys (facts.md#look-alikes).
   */
  isPolicyWithVersion(dialect: Dialect): boolean {
    const isShort = (action: string) => this.#isShort(action) || (isStar(action.trim()) && dialect !== "1.0");
    return this.#hasEffects()
      ? this.#has(hasThreeParts) || (this.#has(isAny) && !this.#has((action) => !isShort(action)))
      : this.#hasDocumented();
  }

  /** Whether most actions have three parts, and one is documented. */
  isLikely(): boolean {
    const actions = this.#statements.flatMap(actionTexts);
    const ofThreeParts = actions.filter(hasThreeParts);
    return this.isDocumented() && ofThreeParts.length * 2 > actions.length;
  }

  /** Whether a statement has a list of actions. */
  isPolicy(): boolean {
    return this.#statements.some((statement) => valueNear(statement, "Action") ?? memberOf(statement, "NotAction"));
  }

  /** Whether an object in one of our carriers is a policy without a version: its actions must not be those of AWS. */
  isPolicyOfCarrier(): boolean {
    return (
      this.isPolicy() &&
      !this.#has(isOfAws) &&
      (!this.#has(isAny) || this.#has(hasThreeParts) || this.#has((action) => this.#isShort(action)))
    );
  }

  #hasEffects(): boolean {
    return this.#statements.some((statement) => hasEffect(statement) && hasAction(statement, isAny));
  }

  #hasDocumented(): boolean {
    return this.#has((action) => hasThreeParts(action) && this.#names.isDocumented(action));
  }

  #isShort(action: string): boolean {
    return isShortAction(action, this.#names.isService);
  }

  #has(test: (action: string) => boolean): boolean {
    return this.#statements.some((statement) => hasAction(statement, test));
  }
}

function isAny(): boolean {
  return true;
}

/** `sts:agencies:assume`, or `iam:tokens:assume`, its name in version 1.1 (facts.md#trust-policies). */
function isOfSts(action: string): boolean {
  return /^\s*(?:sts:|iam:(?:agencies|tokens):assume\b)/iu.test(action);
}

/** `s3:GetObject` */
function isOfAws(action: string): boolean {
  return /^[\w-]+:[A-Z][^:]*$/u.test(action.trim());
}

function hasThreeParts(action: string): boolean {
  return action.includes(":", action.indexOf(":") + 1 || action.length);
}

/** `ecs:*`, `rds:instance`: two parts, the first one a documented service. */
function isShortAction(action: string, isService: KnownNames["isService"]): boolean {
  const [service = "", second = ""] = action.trim().split(":");
  return /^[a-z*]/u.test(second) && isService(service.toLowerCase());
}

/** Whether a statement allows or denies, or may turn out to. */
function hasEffect(statement: ObjectValue): boolean {
  const effect = valueNear(statement, "Effect");
  const isOpen = effect?.kind === "unknown" || (effect?.kind === "string" && !isKnownText(effect));
  return isOpen || readEffect(effect) !== undefined;
}

/** The version as a string; a number is a mistake that does not change whose policy it is. */
function versionText(version: Value | undefined): string | undefined {
  switch (version?.kind) {
    case "string":
      return isKnownText(version) ? version.value : undefined;
    case "scalar":
      return Number.isInteger(version.value) ? `${version.value}.0` : String(version.value);
    default:
      return undefined;
  }
}

function isForeign(statement: ObjectValue, mayHavePrincipal: boolean): boolean {
  const principal = memberOf(statement, "Principal") ?? memberOf(statement, "NotPrincipal");
  const resource = memberOf(statement, "Resource");
  return (
    (principal !== undefined && !mayHavePrincipal) ||
    (resource !== undefined && textsOf(resource).some(isForeignResource))
  );
}

/** Whether a statement has an action that passes a test. */
function hasAction(statement: ObjectValue, test: (action: string) => boolean): boolean {
  const isAction = (text: string) => !isPlaceholder(text) && test(text);
  return (
    textsOf(valueNear(statement, "Action")).some(isAction) || textsOf(memberOf(statement, "NotAction")).some(isAction)
  );
}

function actionTexts(statement: ObjectValue): readonly string[] {
  const texts = [...textsOf(valueNear(statement, "Action")), ...textsOf(memberOf(statement, "NotAction"))];
  return texts.filter((text) => !isPlaceholder(text));
}

/**
 * The value of a key or of a typo of it. Another case is not a typo: other clouds of the same stack have lower-case
 * keys.
 */
function valueNear(statement: ObjectValue, key: string): Value | undefined {
  return memberOf(statement, key) ?? statement.members.findLast((member) => isTypoOf(member.key, key))?.value;
}

function isTypoOf(written: string, key: string): boolean {
  return /^[A-Z]/u.test(written) && nearestKey(written, statementKeys) === key;
}

function isForeignResource(uri: string): boolean {
  return foreignResource.test(uri);
}

function textsOf(value: Value | undefined): readonly string[] {
  return (
    listedTexts(value) ??
    listedElements(value)
      .flatMap(possibleValues)
      .flatMap((possible) => (possible.kind === "string" ? possible.value : []))
  );
}
