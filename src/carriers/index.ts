import type { Host } from "../hosts/host.js";
import type { HostSource } from "../hosts/source.js";
import type { PolicyDocument } from "../policy/document.js";
import type { OtherGrant } from "../policy/grant-site.js";
import { actionList } from "./action-list.js";
import { apiBody } from "./api-body.js";
import { candidateFilter } from "./candidate-filter.js";
import { detect, type Carrier, type CarrierContext } from "./carrier.js";
import type { CarrierProblem } from "./carrier-problem.js";
import { cdktf } from "./cdktf.js";
import { crossplane } from "./crossplane.js";
import { DetectedPolicies } from "./detected-policies.js";
import { identityBody } from "./identity-body.js";
import { huaweicloudSdk } from "./huaweicloud-sdk.js";
import { policySources } from "./policy-sources.js";
import { policyObject } from "./policy-object.js";
import { policyText } from "./policy-text.js";
import { pulumi } from "./pulumi.js";
import { roleAssignmentBody } from "./role-assignment-body.js";
import { systemRole } from "./system-role.js";
import { terraformJson } from "./terraform-json.js";
import { variableDefault } from "./variable-default.js";

/** The policies of a file, in source order. */
export interface CarriedPolicies {
  readonly documents: readonly PolicyDocument[];
  /** Lists of actions outside of policies, each as an incomplete policy. */
  readonly actionLists: readonly PolicyDocument[];
  /** Problems in places that should hold a policy. */
  readonly problems: readonly CarrierProblem[];
  /** Grants of roles whose policies the file does not show. */
  readonly otherGrants: readonly OtherGrant[];
}

/** Sorted by how much they know of a policy, because the first carrier that detects it wins. */
const carriers: readonly Carrier[] = [
  cdktf,
  variableDefault,
  pulumi,
  huaweicloudSdk,
  terraformJson,
  crossplane,
  policySources,
  systemRole,
  apiBody,
  identityBody,
  roleAssignmentBody,
  policyObject,
  policyText,
  actionList,
];

/** Detects the policies of a file. */
export function carriedPolicies(host: Host, source: HostSource, context: CarrierContext): CarriedPolicies {
  const detected = new DetectedPolicies();
  for (const candidate of host.candidates(source, candidateFilter(context.policySources, source.text))) {
    if (!detected.isClaimed(candidate)) {
      detect(candidate, carriers, context).forEach((detection) => detected.add(detection));
    }
  }
  const { documents, problems, otherGrants } = detected;
  return { documents, actionLists: detected.actionListsBeside(documents), problems, otherGrants };
}
