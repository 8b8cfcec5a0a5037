import { isOfIdentityPolicy } from "./dialects.js";
import type { Dialect, PolicyDocument } from "./document.js";
import { readEffect } from "./document.js";
import { nearestKey, statementKeys } from "./keys.js";
import { isKnownText, isPlaceholder } from "./placeholder.js";
import { listedValues, memberOf, possibleValues, type ObjectValue, type Value } from "./value.js";

/** What the clouds' tables say of names. */
export interface KnownNames {
  /** Whether a text is an action that one of the clouds documents. */
  readonly isDocumented: (action: string) => boolean;
  /** Whether a text is the name of a service that one of the clouds documents. */
  readonly isService: (name: string) => boolean;
}

/** What is known of a candidate besides its own text. */
export interface Evidence extends KnownNames {
  /** The carrier can only hold a policy of these clouds. */
  readonly isCertain: boolean;
  /** The only version that the carrier takes: that of a policy that does not say its own; 1.1 without one. */
  readonly takes?: Dialect | undefined;
}

const dialects: readonly string[] = ["1.0", "1.1", "5.0"] satisfies Dialect[];

/** How resources begin in AWS, Alibaba, Tencent and Volcengine policies. */
const foreignResource = /^(?:arn|acs|qcs|trn):/u;

/**
 * Tells a policy of Huawei Cloud, OTC or Swiss OTC from those of other clouds, from bucket and topic
 * policies and from everything else (facts: real-policies 2.5, where the procedure was tried on 8,137
 * objects). Returns its dialect, `undefined` when it is not ours or there is too little to tell.
 */
export function recognise(policy: ObjectValue, evidence: Evidence): PolicyDocument["dialect"] | undefined {
  const statements = listedValues(memberOf(policy, "Statement"))
    .flatMap(({ value }) => possibleValues(value))
    .filter((element) => element.kind === "object");
  if (statements.some(isForeign)) {
    return undefined;
  }
  const traits = new Traits(statements, evidence);
  const written = memberOf(policy, "Version");
  const version = versionText(written);
  const dialect = dialects.find((known) => known === version?.trim()) as Dialect | undefined;
  if (version !== undefined && dialect === undefined) {
    return traits.isOfThreeParts() && (evidence.isCertain || traits.isDocumented()) ? "other" : undefined;
  }
  if (dialect) {
    return evidence.isCertain || traits.isPolicyWithVersion() ? dialect : undefined;
  }
  const mayBeIdentityPolicy = written !== undefined && traits.isOfIdentityPolicy();
  const meant = evidence.takes ?? (mayBeIdentityPolicy ? "5.0" : "1.1");
  return (evidence.isCertain ? traits.isPolicyOfCarrier() : traits.isLikely()) ? meant : undefined;
}

/** What the statements of a candidate say of whose they are. Most policies show it by their first action. */
class Traits {
  readonly #statements: readonly ObjectValue[];
  readonly #names: KnownNames;

  constructor(statements: readonly ObjectValue[], names: KnownNames) {
    this.#statements = statements;
    this.#names = names;
  }

  /** All actions have three parts, and one is documented: ours, whatever its version says. */
  isDocumented(): boolean {
    return this.#hasDocumented() && this.#hasEffects();
  }

  /** Whether an action is written as only an identity policy has it. */
  isOfIdentityPolicy(): boolean {
    return this.#has(isOfIdentityPolicy);
  }

  isOfThreeParts(): boolean {
    return this.#has(hasThreeParts) && !this.#has((action) => !hasThreeParts(action));
  }

  /** A version of ours and an action of three parts; of two, `ecs:*` is meant for ours and `ecs:RunTask` is not. */
  isPolicyWithVersion(): boolean {
    return this.#hasEffects()
      ? this.#has(hasThreeParts) || (this.#has(isAny) && !this.#has((action) => !this.#isShort(action)))
      : this.#hasDocumented();
  }

  /** Most actions have three parts, and one is documented. */
  isLikely(): boolean {
    const actions = this.#statements.flatMap((statement) => [...actionTexts(statement)]);
    const ofThreeParts = actions.filter(hasThreeParts);
    return this.isDocumented() && ofThreeParts.length * 2 > actions.length;
  }

  /** What a carrier of ours holds is taken for a policy without a version, unless its actions are those of AWS. */
  isPolicyOfCarrier(): boolean {
    return (
      this.#statements.some((statement) => valueNear(statement, "Action") ?? memberOf(statement, "NotAction")) &&
      !this.#has(isOfAws) &&
      (!this.#has(isAny) || this.#has(hasThreeParts) || this.#has((action) => this.#isShort(action)))
    );
  }

  #hasEffects(): boolean {
    return this.#statements.some((statement) => hasEffect(statement) && !actionTexts(statement).next().done);
  }

  #hasDocumented(): boolean {
    return this.#has((action) => hasThreeParts(action) && this.#names.isDocumented(action));
  }

  #isShort(action: string): boolean {
    return isShortAction(action, this.#names.isService);
  }

  #has(test: (action: string) => boolean): boolean {
    for (const statement of this.#statements) {
      for (const action of actionTexts(statement)) {
        if (test(action)) {
          return true;
        }
      }
    }
    return false;
  }
}

function isAny(): boolean {
  return true;
}

/** `s3:GetObject`. */
function isOfAws(action: string): boolean {
  return /^[\w-]+:[A-Z][^:]*$/u.test(action.trim());
}

function hasThreeParts(action: string): boolean {
  return action.includes(":", action.indexOf(":") + 1 || action.length);
}

/** `ecs:*`, `rds:instance`: two parts, of a service that the clouds document; asked where no action has three. */
function isShortAction(action: string, isService: KnownNames["isService"]): boolean {
  const [service = "", second = ""] = action.trim().split(":");
  return /^[a-z*]/u.test(second) && isService(service.toLowerCase());
}

/** Whether a statement allows or denies, as far as that is known. */
function hasEffect(statement: ObjectValue): boolean {
  const effect = valueNear(statement, "Effect");
  const isOpen = effect?.kind === "unknown" || (effect?.kind === "string" && !isKnownText(effect));
  return isOpen || readEffect(effect) !== undefined;
}

/** The version as text; a number is a slip that does not change whose policy it is. */
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

function isForeign(statement: ObjectValue): boolean {
  const hasPrincipal = memberOf(statement, "Principal") ?? memberOf(statement, "NotPrincipal");
  return (
    hasPrincipal !== undefined || [...textsOf(memberOf(statement, "Resource"))].some((uri) => foreignResource.test(uri))
  );
}

function* actionTexts(statement: ObjectValue): Generator<string, void> {
  for (const value of [valueNear(statement, "Action"), memberOf(statement, "NotAction")]) {
    for (const text of textsOf(value)) {
      if (!isPlaceholder(text)) {
        yield text;
      }
    }
  }
}

/**
 * The value of a key, or of one that is a slip of it. Another case is none: lower-case keys are those of other
 * clouds of the same stack.
 */
function valueNear(statement: ObjectValue, key: string): Value | undefined {
  return memberOf(statement, key) ?? statement.members.findLast((member) => isTypoOf(member.key, key))?.value;
}

function isTypoOf(written: string, key: string): boolean {
  return /^[A-Z]/u.test(written) && nearestKey(written, statementKeys) === key;
}

function* textsOf(value: Value | undefined): Generator<string, void> {
  for (const { value: element } of listedValues(value)) {
    for (const possible of possibleValues(element)) {
      if (possible.kind === "string") {
        yield possible.value;
      }
    }
  }
}
