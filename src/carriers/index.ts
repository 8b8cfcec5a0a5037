import { candidatesOf, type HostSource } from "../hosts/index.js";
import type { PolicyDocument } from "../policy/document.js";
import type { JsonProblem } from "../hosts/json-text.js";
import type { Evidence } from "../policy/recognise.js";
import { apiBody } from "./api-body.js";
import { candidateMarks } from "./candidate-marks.js";
import type { Carrier } from "./carrier.js";
import { policyObject } from "./policy-object.js";
import { policyText } from "./policy-text.js";

/** What a file carries, in the order of the text. */
export interface CarriedPolicies {
  readonly documents: readonly PolicyDocument[];
  /** Texts that are meant to be policies and are no JSON. */
  readonly unparsable: readonly JsonProblem[];
}

/** Those that know more of a policy come first: of two that find the same policy, the first counts. */
const carriers: readonly Carrier[] = [apiBody, policyObject, policyText];

/** Finds the policies of a file. A file without the word that every policy holds is not looked at. */
export function carriedPolicies(source: HostSource, isDocumented: Evidence["isDocumented"]): CarriedPolicies {
  const documents = new Map<number, PolicyDocument>();
  const unparsable = new Map<number, JsonProblem>();
  const candidates = source.text.includes(candidateMarks.word) ? candidatesOf(source, candidateMarks) : [];
  for (const candidate of candidates) {
    for (const finding of carriers.flatMap((carrier) => carrier(candidate, isDocumented))) {
      if (finding.kind === "unparsable") {
        setOnce(unparsable, finding.text.range[0], finding.text);
      } else {
        setOnce(documents, finding.document.range[0], finding.document);
      }
    }
  }
  return { documents: inOrder(documents), unparsable: inOrder(unparsable) };
}

/** By their start: a carrier may find its policy behind another that stands in the same object. */
function inOrder<Found>(found: ReadonlyMap<number, Found>): Found[] {
  return [...found].sort(([one], [other]) => one - other).map(([, finding]) => finding);
}

function setOnce<Found>(found: Map<number, Found>, start: number, finding: Found): void {
  if (!found.has(start)) {
    found.set(start, finding);
  }
}
