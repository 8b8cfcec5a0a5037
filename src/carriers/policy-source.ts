/**
 * An entry of the setting `policySources`: a function, class, property or variable of user code that holds policies.
 */
export type PolicySource = FunctionSource | PropertySource | VariableSource;

export interface FunctionSource extends SourceParts {
  /** The name of a function, method or class. */
  readonly function: string;
  /** The index of the argument, from 0. Default: the first argument; for `holds: "actions"`, every argument. */
  readonly argument?: number;
  /** The module that the function is imported from. Default: any module. */
  readonly module?: string;
}

export interface PropertySource extends SourceParts {
  /** The name of an object property or class field. */
  readonly property: string;
}

export interface VariableSource extends SourceParts {
  /** The name of a variable. */
  readonly variable: string;
}

interface SourceParts {
  /** The kind of value. Default: a policy. */
  readonly holds?: SourceContent;
  /** The properties next to the policy whose presence says where it is granted. */
  readonly enterpriseProject?: string;
  readonly iamProject?: string;
}

const sourceContents = ["policy", "statement", "actions"] as const;
export type SourceContent = (typeof sourceContents)[number];

/** The format of an entry, for a message. */
export const policySourceForm =
  '{ function: "grantPolicy", argument?: 0, module?: "./iam" }, { property: "policyDocument" } or { variable: "readActions" }, each with holds?: "policy", "statement" or "actions", enterpriseProject?: "epsId" and iamProject?: "projectId"';

/** The name that a file must contain to use the source. */
export function sourceName(source: PolicySource): string {
  return "function" in source ? source.function : "property" in source ? source.property : source.variable;
}

/** Validates an entry of the setting. */
export function isPolicySource(entry: unknown): entry is PolicySource {
  if (typeof entry !== "object" || entry === null) {
    return false;
  }
  const kind = (["function", "property", "variable"] as const).find((key) => Object.hasOwn(entry, key));
  return kind !== undefined && Object.entries(entry).every(([key, value]) => isValidOption(kind, key, value));
}

function isValidOption(kind: "function" | "property" | "variable", key: string, value: unknown): boolean {
  switch (key) {
    case "function":
    case "variable":
      return key === kind && typeof value === "string" && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(value);
    case "property":
      return key === kind && isNonBlankString(value);
    case "argument":
      return kind === "function" && Number.isInteger(value) && (value as number) >= 0;
    case "module":
      return kind === "function" && isNonBlankString(value);
    case "holds":
      return (sourceContents as readonly unknown[]).includes(value);
    case "enterpriseProject":
    case "iamProject":
      return isNonBlankString(value);
    default:
      return false;
  }
}

function isNonBlankString(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
