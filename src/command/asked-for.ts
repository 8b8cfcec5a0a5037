import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import type { KnownIdentityAction } from "../catalog/identity-catalog.js";
import { cloudTitles } from "../catalog/provenance.js";
import { similarActions } from "../checks/actions/similar-actions.js";
import { hasExpired, knownAction, type KnownAction } from "../checks/policy-context.js";
import { isOnlyOfIdentityPolicy } from "../policy/dialects.js";
import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { listNames, truncate } from "../text/wording.js";
import { parseApiRequest } from "./api-request.js";
import { suggestionSentence, unknownApiNotes } from "./unknown-name.js";
import { namesMatching, readQuestion } from "./question.js";
import { minimumSegments, smallestPolicies, type SmallestPolicies, type Wanted } from "./smallest-policies.js";
import { WrongUse } from "./verb.js";

/** What has to work. */
export interface AskedFor {
  /** As they are written. */
  readonly apis: readonly string[];
  readonly actions: readonly ActionToGrant[];
}

export interface ActionToGrant {
  readonly text: string;
  readonly pattern: ActionPattern;
}

/** What a cloud that has all that was asked for says of it. */
export interface AskedOfCloud {
  readonly cloud: Cloud;
  readonly wanted: Wanted;
  readonly result: SmallestPolicies;
}

/** @throws WrongUse for what is no action of a custom policy, or would grant a whole service */
export function readAction(written: string): ActionToGrant {
  const text = written.trim();
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new WrongUse(
      isOnlyOfIdentityPolicy(text)
        ? ofOtherVersion(text)
        : `"${truncate(text)}" is not an action: write "service:resourceType:operation".`,
    );
  }
  if (pattern.hasWildcard && pattern.segments < minimumSegments) {
    throw new WrongUse(
      `"${truncate(text)}" grants too much to be the smallest policy. List the actions, or name a resource type.`,
    );
  }
  return { text, pattern };
}

function ofOtherVersion(action: string): string {
  return `"${truncate(action)}" is an action of version 5.0. This command writes custom policies, version 1.1.`;
}

/** The clouds that have all that is asked for, with the smallest policies for it. */
export function lookUp(
  tables: Tables,
  { apis, actions }: AskedFor,
  clouds: readonly Cloud[],
  knownActions: readonly KnownAction[],
): readonly AskedOfCloud[] {
  return clouds.flatMap((cloud) => {
    const found = apis.map((text) => apisOf(tables, text, [cloud]));
    const hasAll =
      found.every(({ length }) => length === 1) &&
      actions.every(
        ({ pattern }) => namesMatching(tables, pattern, [cloud]).length > 0 || isKnown(pattern, knownActions),
      );
    if (!hasAll) {
      return [];
    }
    const wanted = { apis: found.flat(), actions: actions.map(({ text }) => text) };
    return [{ cloud, wanted, result: smallestPolicies(tables, cloud, wanted) }];
  });
}

/** What is left without the actions that a project lists. */
export function withoutKnown({ apis, actions }: AskedFor, knownActions: readonly KnownAction[]): AskedFor {
  return { apis, actions: actions.filter(({ pattern }) => !isKnown(pattern, knownActions)) };
}

function isKnown(pattern: ActionPattern, knownActions: readonly KnownAction[]): boolean {
  const known = knownAction({ knownActions }, pattern);
  return known !== undefined && !hasExpired(known);
}

function apisOf(tables: Tables, text: string, clouds: readonly Cloud[]): readonly string[] {
  const question = readQuestion(tables, [text], clouds);
  return question.kind === "api" ? question.apis : [];
}

/** The part that none of some clouds has. */
export function unknownIn(tables: Tables, { apis, actions }: AskedFor, clouds: readonly Cloud[]): AskedFor {
  return {
    apis: apis.filter((text) => apisOf(tables, text, clouds).length === 0),
    actions: actions.filter(({ pattern }) => namesMatching(tables, pattern, clouds).length === 0),
  };
}

/** What to say of APIs and actions that none of some clouds has, with their neighbours. */
export function describeUnknown(
  tables: Tables,
  { apis, actions }: AskedFor,
  clouds: readonly Cloud[],
): readonly string[] {
  const titles = listNames(
    clouds.map((cloud) => cloudTitles[cloud]),
    "or",
  );
  return [
    ...apis.flatMap((text) => unknownApiNotes(tables, text, parseApiRequest(text), clouds)),
    ...actions.flatMap(({ text, pattern }) => {
      const catalog = tables.catalogOf(clouds.length === 1 ? clouds[0] : undefined);
      const ofVersion5 = catalog.identity.matching(pattern);
      return ofVersion5.length > 0
        ? [ofOtherVersion(text), ...suggestionSentence(aliasesIn(tables, ofVersion5, clouds))]
        : [
            `No table of ${titles} has "${truncate(text)}".`,
            ...suggestionSentence(similarActions(catalog, pattern).map(({ name }) => name)),
          ];
    }),
  ];
}

/** The names of actions of version 5.0 in version 1.1, as far as the tables of some clouds have them. */
function aliasesIn(
  tables: Tables,
  actions: readonly KnownIdentityAction[],
  clouds: readonly Cloud[],
): readonly string[] {
  const patterns = actions.flatMap(({ aliases = [] }) => aliases.flatMap((alias) => parsePattern(alias) ?? []));
  return [...new Set(patterns.flatMap((pattern) => namesMatching(tables, pattern, clouds)))];
}

/** What to say where no cloud has all: what none has; else which API may be several; else what each cloud lacks. */
export function describeMissing(tables: Tables, asked: AskedFor, clouds: readonly Cloud[]): readonly string[] {
  const unknown = describeUnknown(tables, unknownIn(tables, asked, clouds), clouds);
  const ambiguous = clouds.flatMap((cloud) => describeAmbiguous(tables, asked, cloud));
  if (unknown.length > 0 || ambiguous.length > 0) {
    return [...unknown, ...new Set(ambiguous)];
  }
  return clouds.flatMap((cloud) => describeUnknown(tables, unknownIn(tables, asked, [cloud]), [cloud]));
}

function describeAmbiguous(tables: Tables, { apis }: AskedFor, cloud: Cloud): readonly string[] {
  return apis
    .map((text) => ({ text, found: apisOf(tables, text, [cloud]) }))
    .filter(({ found }) => found.length > 1)
    .flatMap(({ text, found }) => [
      `"${truncate(text, 120)}" may be one of several APIs. Choose one:`,
      ...found.map((api) => `  ${api}`),
    ]);
}
