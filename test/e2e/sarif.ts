import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import ajv from "ajv-draft-04";
import formats from "ajv-formats";

const validator = new ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(validator);
const isValid = validator.compile<SarifLog>(schema);

/**
 * Reads a SARIF file.
 *
 * @throws where it is not valid by the schema that it names
 */
export function readSarif(text: string): SarifLog {
  const log: unknown = JSON.parse(text);
  if (!isValid(log)) {
    throw new Error(validator.errorsText(isValid.errors));
  }
  return log;
}

/** A SARIF file, as far as the tests look at it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export interface SarifLog {
  readonly runs: readonly [Run];
}

export interface Run {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly Rule[] } };
  readonly artifacts: readonly { readonly location: ArtifactLocation }[];
  readonly results: readonly Result[];
  readonly invocations?: readonly Invocation[];
}

export interface Rule {
  readonly id: string;
  readonly shortDescription?: { readonly text: string };
  readonly helpUri?: string;
}

export interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [{ readonly physicalLocation: PhysicalLocation }];
}

interface PhysicalLocation {
  readonly artifactLocation: ArtifactLocation;
  readonly region: Readonly<Record<"startLine" | "startColumn" | "endLine" | "endColumn", number>>;
}

interface ArtifactLocation {
  readonly uri: string;
}

interface Invocation {
  readonly executionSuccessful: boolean;
  readonly toolConfigurationNotifications: readonly { readonly message: { readonly text: string } }[];
}
