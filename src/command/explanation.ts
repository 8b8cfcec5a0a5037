import type { Tables } from "../catalog/catalog.js";
import { clouds as everyCloud, type Cloud } from "../catalog/format.js";
import { cloudTitles } from "../catalog/provenance.js";
import type { KnownAction } from "../checks/policy-context.js";
import { listNames } from "../text/wording.js";
import { paragraph } from "./columns.js";
import { serviceFacts, type ActionFacts, type RowFacts, type ServiceFacts } from "./facts.js";
import type { IdentityFacts } from "./identity-facts.js";
import type { Question } from "./question.js";
import { exitCodes, type Answer, type Terminal } from "./verb.js";

/** What `--json` prints. */
export interface Explanation {
  readonly kind: Question["kind"];
  readonly found: boolean;
  /** One entry for each action and cloud that has it. */
  readonly actions?: readonly ActionFacts[];
  /** The same of identity policies (version 5.0). */
  readonly identityActions?: readonly IdentityFacts[];
  /** One entry for each permission row of the APIs asked for. */
  readonly rows?: readonly RowFacts[];
  /** The services that are concerned, in each cloud. */
  readonly services?: readonly ServiceFacts[];
  readonly didYouMean?: readonly string[];
  /** The entry of the project's setting `knownActions`. */
  readonly knownAction?: KnownAction;
}

export function explanationOf(
  data: Explanation,
  render: (terminal: Terminal) => string,
  notes: readonly string[] = [],
): Answer {
  return { exitCode: data.found ? exitCodes.found : exitCodes.nothingFound, data, render, notes };
}

/** What is known of some services in some clouds. */
export function servicesOf(
  tables: Tables,
  names: readonly string[],
  clouds: readonly Cloud[],
): readonly ServiceFacts[] {
  return [...new Set(names)].flatMap((name) => clouds.flatMap((cloud) => serviceFacts(tables, cloud, name) ?? []));
}

/** The clouds that do not have what is explained. */
export function absentLine(absent: readonly Cloud[], terminal: Terminal): readonly string[] {
  const titles = absent.map((cloud) => cloudTitles[cloud]);
  return absent.length === 0 ? [] : [paragraph(`Not in the tables of ${listNames(titles, "or")}.`, terminal)];
}

/** `No table`, `No table of Huawei Cloud`: of all clouds that are asked about. */
export function noTable(clouds: readonly Cloud[]): string {
  const titles = clouds.map((cloud) => cloudTitles[cloud]);
  return clouds.length === everyCloud.length ? "No table" : `No table of ${listNames(titles, "or")}`;
}
