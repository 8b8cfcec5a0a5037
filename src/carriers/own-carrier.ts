/** A function, class or property of the user's own code that takes policies: an entry of the setting `carriers`. */
export type OwnCarrier = OwnFunction | OwnProperty;

export interface OwnFunction extends GrantProperties {
  /** The name of the function, method or class. */
  readonly function: string;
  /** Which argument is the policy, counted from 0; without it, the first. */
  readonly argument?: number;
  /** The module that it is imported from; without it, every function of the name is meant. */
  readonly module?: string;
}

export interface OwnProperty extends GrantProperties {
  /** The name of the property whose value is the policy. */
  readonly property: string;
}

/** The properties beside a policy that say by being there where it is granted. */
interface GrantProperties {
  readonly enterpriseProject?: string;
  readonly iamProject?: string;
}

/** What an entry of the setting looks like, for a message. */
export const ownCarrierForm =
  '{ function: "grantPolicy", argument?: 0, module?: "./iam" } or { property: "policyDocument" }, either with enterpriseProject?: "epsId" and iamProject?: "projectId"';

/** Whether a value that the user wrote is an entry of the setting. */
export function isOwnCarrier(entry: unknown): entry is OwnCarrier {
  if (typeof entry !== "object" || entry === null) {
    return false;
  }
  const isFunction = "function" in entry;
  return (
    Object.hasOwn(entry, isFunction ? "function" : "property") &&
    Object.entries(entry).every(([key, value]) => (isFunction ? isFunctionPart : isPropertyPart)(key, value))
  );
}

function isFunctionPart(key: string, value: unknown): boolean {
  switch (key) {
    case "function":
      return typeof value === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value);
    case "argument":
      return Number.isInteger(value) && (value as number) >= 0;
    case "module":
      return isName(value);
    default:
      return isGrantPart(key, value);
  }
}

function isPropertyPart(key: string, value: unknown): boolean {
  return key === "property" ? isName(value) : isGrantPart(key, value);
}

function isGrantPart(key: string, value: unknown): boolean {
  return (key === "enterpriseProject" || key === "iamProject") && isName(value);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
