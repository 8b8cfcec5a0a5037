import { clip } from "../wording.js";
import { actionsOf, type Dialect, type PolicyDocument } from "./document.js";

/** Something in a policy that only another version of the language has. */
export interface DialectSign {
  /** For the middle of a sentence: `the action "sts::decode"`. */
  readonly sign: string;
  readonly other: Dialect;
}

/** The first thing in a policy that is written in another version of the language than the policy says. */
export function signOfOtherDialect(document: PolicyDocument): DialectSign | undefined {
  const firstAction = (isSign: (text: string) => boolean) => {
    const action = actionsOf(document).find(({ string }) => isSign(string.value.trim()));
    return action && `the action "${clip(action.string.value.trim())}"`;
  };
  switch (document.dialect) {
    case "1.1": {
      const sign = firstAction(isOfIdentityPolicy);
      return sign === undefined ? undefined : { sign, other: "5.0" };
    }
    case "5.0": {
      const hasObject = document.statements.some(({ resource }) => resource?.kind === "object");
      const sign = firstAction(isOnlyOf11) ?? (hasObject ? 'the "Resource" that is an object' : undefined);
      return sign === undefined ? undefined : { sign, other: "1.1" };
    }
    default:
      return undefined;
  }
}

/** Only version 5.0 has actions with an empty middle part and the wildcard `?` (facts: policy-language 1.4, 1.6). */
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

/**
 * Actions that 5.0 has under another name: `eip:publicIps:...` (facts: policy-language 1.4, the guide of the EIP
 * service) and `sts:agencies:assume` (TFH `docs/incubating/identity_trust_agency.md`).
 */
function isOnlyOf11(action: string): boolean {
  return /^vpc:publicips:./iu.test(action) || assumingActions.includes(action.toLowerCase());
}

/**
 * The actions that act as an agency: the one of the API reference (OIAM:api-agency) and the one of the user guide
 * (OIAM:agencyuser; facts: policy-language 8 #11).
 */
export const assumingActions: readonly string[] = ["iam:agencies:assume", "iam:tokens:assume"];
