import { memberOf } from "../policy/members.js";
import { grantsOf, roleWithId, snakeCaseAssignmentNames } from "./assignment.js";
import type { Carrier } from "./carrier.js";

/**
 * The request body that grants roles to agencies on enterprise projects, `{ "role_assignments": [{ "agency_id",
 * "enterprise_project_id", "role_id" }] }` (facts.md#scope-of-a-grant). It only affects a policy if the same file
 * contains the role with that id, such as the response that created it.
 */
export const roleAssignmentBody: Carrier = (candidate) => {
  const list = candidate.kind === "object" ? memberOf(candidate, "role_assignments") : undefined;
  return (list?.kind === "array" ? list.elements : [])
    .filter((assignment) => assignment.kind === "object")
    .flatMap((assignment) => grantsOf(assignment, snakeCaseAssignmentNames, roleWithId));
};
