import { memberOf } from "../policy/value.js";
import { grantsOf, identityOf, snakeCaseNames } from "./assignment.js";
import type { Carrier } from "./carrier.js";

/**
 * The body that grants roles to agencies on enterprise projects, `{ "role_assignments": [{ "agency_id",
 * "enterprise_project_id", "role_id" }] }` (facts: policy-language 3.1). It says something of a policy only where
 * the file holds the role with that id too, such as the answer that the cloud gave when it was created.
 */
export const roleAssignmentBody: Carrier = (candidate) => {
  const list = candidate.kind === "object" ? memberOf(candidate, "role_assignments") : undefined;
  return (list?.kind === "array" ? list.elements : [])
    .filter((assignment) => assignment.kind === "object")
    .flatMap((assignment) => grantsOf(assignment, snakeCaseNames, identityOf));
};
