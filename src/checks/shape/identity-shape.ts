import type { Catalog } from "../../catalog/catalog.js";
import { formatNumber } from "../../text/wording.js";
import type { PolicyDocument } from "../../policy/document.js";
import { identityPolicyKeys, isMissingKey } from "../../policy/keys.js";
import type { PolicyKind } from "../../policy/kinds.js";
import { findMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Value } from "../../policy/value.js";
import { compactBytes, compactLength } from "./compact-length.js";
import { identityKeyProblems } from "./identity-keys.js";
import { describePolicy, type PolicyName } from "./identity-names.js";
import { identityStatementProblems } from "./identity-statement-shape.js";
import { knownKind } from "./list-shape.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";

/** Options for policies of version 5.0. */
export interface IdentityOptions {
  /** What to do with mistakes that only follow from the SDKs' models. */
  readonly sdkGrammar: "ignore" | "report";
}

/**
 * Mistakes in the shape of a policy of version 5.0 (facts.md#grammar-of-version-5). Nothing is known of the grammar of
 * endpoints' policies, and error numbers IAM.10xx are of custom policies.
 */
export function identityProblems(
  document: PolicyDocument,
  options: IdentityOptions,
  catalog: Catalog,
): readonly ShapeProblem[] {
  return document.kind === "endpoint"
    ? []
    : [
        ...identityKeyProblems(document.value, "policy", document),
        ...statementListProblems(document),
        ...identityStatementProblems(document, options, catalog),
        ...sizeProblems(document),
      ];
}

function statementListProblems(document: PolicyDocument): readonly ShapeProblem[] {
  const { value: policy, isVerbatim } = document;
  const data = describePolicy(document);
  const member = findMember(policy, "Statement");
  if (member) {
    return possibleValues(member.value).flatMap((value) => notStatements(value, data));
  }
  return isVerbatim && isMissingKey(policy, "Statement", identityPolicyKeys)
    ? [{ range: startOf(policy), id: "identityStatementMissing", data }]
    : [];
}

/** What is no statement. Whether a lone one needs a list depends on the kind, and is not known of all. */
function notStatements(value: Value, data: PolicyName): readonly ShapeProblem[] {
  const parts = value.kind === "array" ? value.elements.flatMap(possibleValues) : [value];
  return parts
    .filter((part) => ["string", "scalar", "array"].includes(knownKind(part)))
    .map(({ range }) => ({ range, id: "identityStatement", data }));
}

/** The maximum size of a policy. That of other kinds is not documented (facts.md#limits-of-version-5). */
const limits: Readonly<Partial<Record<PolicyKind, { readonly max: number; readonly unit: string }>>> = {
  identity: { max: 6144, unit: "bytes" },
  "service-control": { max: 5120, unit: "characters" },
};

/**
 * Uses the size without whitespace, a lower bound: no source says whether whitespace counts. A policy of unknown kind may
 * be of the one that may be longer, and is counted in characters, which are no more than its bytes.
 */
function sizeProblems({ value, kind: known }: PolicyDocument): readonly ShapeProblem[] {
  const kind = known ?? "identity";
  const limit = limits[kind];
  const counted = known === undefined ? "characters" : (limit?.unit ?? "");
  const member = findMember(value, "Statement");
  const length = limit ? (counted === "bytes" ? compactBytes(value) : compactLength(value)) : 0;
  return limit && member && length > limit.max
    ? [
        {
          range: member.keyRange,
          id: "identityTooLong",
          data: {
            ...describePolicy({ kind }),
            length: formatNumber(length),
            counted,
            max: formatNumber(limit.max),
            unit: limit.unit,
          },
        },
      ]
    : [];
}
