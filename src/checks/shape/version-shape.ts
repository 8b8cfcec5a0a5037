import type { Catalog } from "../../catalog/catalog.js";
import { truncate } from "../../text/wording.js";
import { meantVersion, signOfOtherDialect } from "../../policy/dialects.js";
import type { Dialect, PolicyDocument } from "../../policy/document.js";
import { nameOfKind } from "../../policy/kinds.js";
import { isKnownText } from "../../policy/placeholder.js";
import { isMissingKey, policyKeys } from "../../policy/keys.js";
import { findMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, PolicyString } from "../../policy/value.js";
import { addMember } from "../../edit/members.js";
import { quoteScalar } from "../../edit/quotes.js";
import { replaceString, trimString } from "../../edit/strings.js";
import { describeKind } from "./identity-names.js";
import { conversionEdits, customNameEdits } from "./version-conversion.js";
import { startOf, type ShapeProblem } from "./shape-problem.js";

/** Mistakes in the version of a policy (IAM.1024, IAM.1026). */
export function versionProblems(document: PolicyDocument, catalog: Catalog): readonly ShapeProblem[] {
  const member = findMember(document.value, "Version");
  if (member) {
    const problems = possibleValues(member.value).flatMap((value) => valueProblems(member, value, document, catalog));
    return problems.length > 0 ? problems : mixedDialectProblems(member, document, catalog);
  }
  const { value, isVerbatim, dialect, takes = dialect === "5.0" ? dialect : "1.1" } = document;
  return isVerbatim && isMissingKey(value, "Version", policyKeys)
    ? [
        {
          range: startOf(value),
          id: "versionMissing",
          data: { version: takes, ...sourceOf(document, "MISSING_VERSION") },
          edits: addMember(value, "Version", takes),
        },
      ]
    : [];
}

function valueProblems(
  member: Member,
  value: Member["value"],
  document: PolicyDocument,
  catalog: Catalog,
): ShapeProblem[] {
  const { dialect, takes } = document;
  const wanted = takes ?? "1.1";
  const source = sourceOf(document, "INVALID_VERSION");
  switch (value.kind) {
    case "scalar":
      return [
        {
          range: value.range,
          id: "versionNotString",
          data: { version: dialect === "other" ? wanted : dialect, ...source },
          // Quoting `1.1` gives a valid version; quoting `1` or `5` does not.
          edits: (value.written ?? String(value.value)) === dialect ? quoteScalar(member, value, undefined) : [],
        },
      ];
    case "string": {
      if (!isKnownText(value)) {
        return [];
      }
      if (dialect === "other") {
        const meant = takes ?? meantVersion(document, value.value);
        return [
          {
            range: value.contentRange,
            id: "versionOther",
            data: {
              version: truncate(value.value),
              wanted: meant,
              ...sourceOf({ ...document, takes: meant }, "INVALID_VERSION"),
            },
            edits: replaceString(value, meant),
          },
        ];
      }
      if (value.value !== value.value.trim()) {
        return [
          {
            range: value.contentRange,
            id: "versionWhitespace",
            data: { version: dialect, ...source },
            edits: trimString(value),
          },
        ];
      }
      return takes === undefined || dialect === takes
        ? []
        : [
            {
              range: value.contentRange,
              id: "versionOfCarrier",
              data: {
                version: dialect,
                wanted: takes,
                carrier: takes === "1.1" ? "a custom policy (IAM.1024)" : describeKind(document),
              },
              edits: versionEdits(document, value, takes, catalog),
            },
          ];
    }
    case "array":
    case "object":
      return [{ range: value.range, id: "versionNotString", data: { version: wanted, ...source } }];
    default:
      return [];
  }
}

/** Writes the whole policy in the version that its carrier takes, or else only says that version. */
function versionEdits(
  document: PolicyDocument,
  version: PolicyString,
  takes: Dialect,
  catalog: Catalog,
): ShapeProblem["edits"] & object {
  const whole = takes === "1.0" ? undefined : conversionEdits(document, version, takes, catalog);
  return whole ?? replaceString(version, takes);
}

/**
 * Where a message has its fact from: the error number of custom policies, or a policy of version 5.0 and the code of the
 * cloud's validator (facts.md#validator-of-version-5).
 */
function sourceOf(document: PolicyDocument, code: string): { readonly source: string } {
  const { dialect, takes = dialect } = document;
  return { source: takes === "5.0" ? `${nameOfKind(document.kind)} 5.0, ${code}` : "IAM.1024" };
}

/** Evidence of another dialect in a policy, reported once, at the version. */
function mixedDialectProblems({ value }: Member, document: PolicyDocument, catalog: Catalog): readonly ShapeProblem[] {
  const sign = signOfOtherDialect(document);
  return sign && value.kind === "string" && isKnownText(value)
    ? [
        {
          range: value.contentRange,
          id: "versionMixed",
          data: { version: document.dialect, ...sign },
          edits: [
            ...(document.takes === undefined ? (conversionEdits(document, value, sign.other, catalog) ?? []) : []),
            ...(document.dialect === "1.1" ? (customNameEdits(document, catalog) ?? []) : []),
          ],
        },
      ]
    : [];
}
