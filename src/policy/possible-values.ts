import type { Value } from "./value.js";

/** Every value that an expression may evaluate to. */
export function possibleValues(value: Value): readonly Value[] {
  if (value.kind !== "choice") {
    return [value];
  }
  const { branches } = value;
  return branches.some(({ kind }) => kind === "choice") ? branches.flatMap(possibleValues) : branches;
}

/** Whether there may be no value at all. */
export function isOptional(value: Value): boolean {
  return value.kind === "choice" && value.isOptional === true;
}

export function isNull(value: Value | undefined): boolean {
  return value?.kind === "scalar" && value.value === null;
}

/**
 * A value where it is set; `undefined` if it never is. Null is the same as not set: to Terraform as an argument
 * (developer.hashicorp.com/terraform/language/expressions/types), and in a statement to the cloud, which itself returns it
 * for a missing key (API reference of IAM, role queries).
 */
export function withoutNull(value: Value): Value | undefined {
  if (value.kind !== "choice") {
    return isNull(value) ? undefined : value;
  }
  const branches = possibleValues(value).filter((branch) => !isNull(branch));
  if (branches.length === possibleValues(value).length) {
    return value;
  }
  return branches.length === 0 ? undefined : { ...value, branches, isOptional: true };
}
