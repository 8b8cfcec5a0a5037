/** A function, class, property or variable of the user's own code that holds policies: an entry of `policySources`. */
export type PolicySource = FunctionSource | PropertySource | VariableSource;

export interface FunctionSource extends SourceParts {
  /** The name of the function, method or class. */
  readonly function: string;
  /** Which argument it is, counted from 0; without it the first, and of actions every argument. */
  readonly argument?: number;
  /** The module that it is imported from; without it, every function of the name is meant. */
  readonly module?: string;
}

export interface PropertySource extends SourceParts {
  /** The name of an object's property or a class field. */
  readonly property: string;
}

export interface VariableSource extends SourceParts {
  /** The name of a variable. */
  readonly variable: string;
}

interface SourceParts {
  /** What stands there; without it, a policy. */
  readonly holds?: Holding;
  /** The properties beside a policy that say by being there where it is granted. */
  readonly enterpriseProject?: string;
  readonly iamProject?: string;
}

const holdings = ["policy", "statement", "actions"] as const;
export type Holding = (typeof holdings)[number];

/** The form of an entry of the setting, for a message. */
export const policySourceForm =
  '{ function: "grantPolicy", argument?: 0, module?: "./iam" }, { property: "policyDocument" } or { variable: "readActions" }, each with holds?: "policy", "statement" or "actions", enterpriseProject?: "epsId" and iamProject?: "projectId"';

/** The name that a file must have in it to use the source. */
export function nameOfSource(source: PolicySource): string {
  return "function" in source ? source.function : "property" in source ? source.property : source.variable;
}

/** Whether a value that the user wrote is an entry of the setting. */
export function isPolicySource(entry: unknown): entry is PolicySource {
  if (typeof entry !== "object" || entry === null) {
    return false;
  }
  const kind = (["function", "property", "variable"] as const).find((key) => Object.hasOwn(entry, key));
  return kind !== undefined && Object.entries(entry).every(([key, value]) => isPart(kind, key, value));
}

function isPart(kind: "function" | "property" | "variable", key: string, value: unknown): boolean {
  switch (key) {
    case "function":
    case "variable":
      return key === kind && typeof value === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value);
    case "property":
      return key === kind && isName(value);
    case "argument":
      return kind === "function" && Number.isInteger(value) && (value as number) >= 0;
    case "module":
      return kind === "function" && isName(value);
    case "holds":
      return (holdings as readonly unknown[]).includes(value);
    case "enterpriseProject":
    case "iamProject":
      return isName(value);
    default:
      return false;
  }
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
