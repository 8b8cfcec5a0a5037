import type { Host } from "../hosts/host.js";
import type { HostSource } from "../hosts/source.js";
import type { PolicyDocument } from "../policy/document.js";
import { apiBody } from "./api-body.js";
import { candidateMarks, fileWords } from "./candidate-marks.js";
import type { Carrier, CarrierContext } from "./carrier.js";
import type { CarrierProblem } from "./carrier-problem.js";
import { cdktf } from "./cdktf.js";
import { FoundPolicies } from "./found-policies.js";
import { huaweicloudSdk } from "./huaweicloud-sdk.js";
import type { OwnCarrier } from "./own-carrier.js";
import { ownCarriers } from "./own-carriers.js";
import { policyObject } from "./policy-object.js";
import { policyText } from "./policy-text.js";
import { pulumi } from "./pulumi.js";
import { roleAssignmentBody } from "./role-assignment-body.js";
import { systemRole } from "./system-role.js";
import { terraformJson } from "./terraform-json.js";

/** What a file carries, in the order of the text. */
export interface CarriedPolicies {
  readonly documents: readonly PolicyDocument[];
  /** What is wrong where a policy should be. */
  readonly problems: readonly CarrierProblem[];
}

/** Those that know more of a policy come first: of two that find the same policy, the first counts. */
const carriers: readonly Carrier[] = [
  cdktf,
  pulumi,
  huaweicloudSdk,
  terraformJson,
  ownCarriers,
  systemRole,
  apiBody,
  roleAssignmentBody,
  policyObject,
  policyText,
];

/** Whether a file is worth a look: it has a word that every policy or role needs. */
export function mayHoldPolicy(text: string, ownCarriers: readonly OwnCarrier[]): boolean {
  return fileWords(ownCarriers).some((word) => text.includes(word));
}

/** Finds the policies of a file. */
export function carriedPolicies(host: Host, source: HostSource, context: CarrierContext): CarriedPolicies {
  const found = new FoundPolicies();
  for (const candidate of host.candidates(source, candidateMarks(context.ownCarriers))) {
    for (const carrier of carriers) {
      found.add(carrier(candidate, context));
    }
  }
  return { documents: found.documents, problems: found.problems };
}
