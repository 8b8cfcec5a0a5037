import { truncate } from "../text/wording.js";
import { oddActionsOf, type Action, type PolicyDocument } from "./document.js";
import { matchesPart } from "./wildcards.js";

/** Evidence in a policy that it is written in another version of the language. */
export interface DialectSign {
  /** For the middle of a sentence: `the action "sts::decode"`. */
  readonly sign: string;
  readonly other: "1.1" | "5.0";
}

/** The first evidence that a policy is written in another version than its `Version` says. */
export function signOfOtherDialect(document: PolicyDocument): DialectSign | undefined {
  switch (document.dialect) {
    case "1.1": {
      // An action with three parts is valid in both versions.
      const sign = firstSign(oddActionsOf(document), isOnlyOfIdentityPolicy);
      return sign === undefined ? undefined : { sign, other: "5.0" };
    }
    case "5.0":
      // Names of 1.1 are no sign: identity policies take many of them (facts.md#names-that-version-5-changed).
      return document.statements.some(({ resource }) => resource?.kind === "object")
        ? { sign: 'the "Resource" object', other: "1.1" }
        : undefined;
    default:
      return undefined;
  }
}

/** The version that is meant by one that there is not. */
export function meantVersion(document: PolicyDocument, written: string): DialectSign["other"] {
  const isOf5 =
    /^\s*5(?:\.|\s*$)/u.test(written) || firstSign(oddActionsOf(document), isOnlyOfIdentityPolicy) !== undefined;
  return isOf5 ? "5.0" : "1.1";
}

function firstSign(actions: readonly Action[], isSign: (text: string) => boolean): string | undefined {
  const action = actions.find(({ string }) => isSign(string.value.trim()));
  return action && `the action "${truncate(action.string.value.trim())}"`;
}

/**
 * Whether an action has the form of those of version 5.0: it has an empty middle part or the wildcard `?`
 * (facts.md#names-of-version-5).
 */
export function isOfIdentityPolicy(text: string): boolean {
  if (!text.includes("::") && !text.includes("?")) {
    return false;
  }
  const [service = "", resourceType = "", operation = "", more] = text.trim().split(":", 4);
  return (
    more === undefined &&
    /^[\w*?-]*$/u.test(resourceType) &&
    [service, operation].every((part) => /^[\w*?-]+$/u.test(part))
  );
}

/** Whether an action is of version 5.0 and, unlike a few, of no other one. */
export function isOnlyOfIdentityPolicy(text: string): boolean {
  const action = text.trim().toLowerCase();
  return isOfIdentityPolicy(text) && !actionsWithoutTypeOf11.some((known) => matchesPart(action, known));
}

/** Actions of version 1.1 with an empty middle part, in lower case (facts.md#two-colons-in-version-1-1). */
const actionsWithoutTypeOf11: readonly string[] = ["swr::createloginsecret"];

/**
 * Whether a policy of version 5.0 takes an action of 1.1 for one of another service, as `vpc:publicIps:...` for
 * `eip:publicIps:...`: whether a pattern of either service covers it is not documented
 * (facts.md#names-that-version-5-changed).
 */
export function isOfOtherService(action: string): boolean {
  return action.startsWith("vpc:publicip") || assumingActions.includes(action);
}

/**
 * The actions for acting as an agency: the one of the API reference and the one of the user guide
 * (facts.md#acting-as-an-agency).
 */
export const assumingActions: readonly string[] = ["iam:agencies:assume", "iam:tokens:assume"];
