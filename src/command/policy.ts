import type { Cloud } from "../catalog/format.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { qualifierPhrases } from "../catalog/qualifier-phrases.js";
import { hasExpired, knownAction } from "../checks/policy-context.js";
import { isOnlyOfIdentityPolicy } from "../policy/dialects.js";
import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { listNames, truncate } from "../text/wording.js";
import { parseApiRequest } from "./api-request.js";
import { paragraph } from "./columns.js";
import { describeRole } from "./describe.js";
import { suggestionSentence, suggestionsFor, unknownApiNotes } from "./explain.js";
import { formats, ownFunction, policyJson, typeOf, write, type Format, type NamedPolicy } from "./formats.js";
import { namesMatching, readQuestion } from "./question.js";
import { minimumSegments, smallestPolicies, type SmallestPolicies, type Wanted } from "./smallest-policies.js";
import {
  exitCodes,
  WrongUse,
  type Answer,
  type PolicySource,
  type ProjectSettings,
  type Request,
  type Terminal,
  type Verb,
} from "./verb.js";

export const policy: Verb = {
  usage: '--api "METHOD /path" | --action <action>',
  summary: "the smallest policies with which some APIs work",
  examples: [
    'policy --cloud otc --api "POST /v1/cloudimages/{image_id}/file"',
    'policy --cloud otc --api "POST /v2/cloudimages/action" --api "GET /v2/cloudimages" --format hcl > roles.tf',
    "policy --cloud huaweicloud --action ecs:servers:createImage --format json",
  ],
  options: {
    api: {
      type: "string",
      multiple: true,
      value: "METHOD /path",
      description: "an API that has to work; may be repeated",
    },
    action: {
      type: "string",
      multiple: true,
      value: "action",
      description: "an action or pattern to grant; may be repeated",
    },
    format: { type: "string", value: formats.join("|"), description: "print nothing but policies in this form" },
    name: { type: "string", value: "name", description: "the name of the role" },
    "allow-escalation": {
      type: "boolean",
      description: "print even what lets its holders extend their own permissions",
    },
  },
  answer: async (request) => {
    const [apis, actions] = [listOf(request.options["api"]), listOf(request.options["action"])];
    const all = [...apis, ...request.words.filter(isApiText)];
    const allActions = [...actions, ...request.words.filter((word) => !isApiText(word))].map((text) => text.trim());
    if (all.length + allActions.length === 0) {
      throw new WrongUse('Say what has to work: --api "METHOD /path", --action <action>, or both.');
    }
    return answerFor(all, allActions, formatOf(request.options["format"]), request);
  },
};

function listOf(option: unknown): readonly string[] {
  return Array.isArray(option) ? (option as string[]) : [];
}

function isApiText(text: string): boolean {
  return parseApiRequest(text) !== undefined;
}

function formatOf(option: Request["options"][string]): Format | undefined {
  const format = formats.find((known) => known === option);
  if (option !== undefined && !format) {
    throw new WrongUse(`There is no format ${JSON.stringify(option)}. The formats are ${listNames([...formats])}.`);
  }
  return format;
}

/**
 * Reading the settings of a project takes longer than all else, so it is done only for an answer that depends on them:
 * which cloud, an action that no table has, or the functions that a program passes its policies to.
 */
async function answerFor(
  apiTexts: readonly string[],
  actionTexts: readonly string[],
  format: Format | undefined,
  request: Request,
): Promise<Answer> {
  const areKnown = actionTexts.map(parseAction).every((pattern) => namesMatching(pattern, request.clouds).length > 0);
  const areApisKnown = apiTexts.every((text) => apisOf(text, request.clouds).length > 0);
  if (!areApisKnown || (areKnown && format !== "cdktf")) {
    const found = candidatesIn(request.clouds, apiTexts, actionTexts, undefined);
    if (!areApisKnown || isSettled(found, format)) {
      return answerFrom(found, [apiTexts, actionTexts], format, undefined, request);
    }
  }
  const settings = await request.settings();
  const clouds = request.cloud === undefined && settings.cloud !== undefined ? [settings.cloud] : request.clouds;
  const found = candidatesIn(clouds, apiTexts, actionTexts, settings);
  return answerFrom(found, [apiTexts, actionTexts], format, settings, request);
}

/** What a cloud has of what was asked for. */
interface Candidate {
  readonly cloud: Cloud;
  readonly wanted: Wanted;
  /** What it does not have, in sentences. */
  readonly missing: readonly string[];
  readonly result: SmallestPolicies;
}

function candidatesIn(
  clouds: readonly Cloud[],
  apiTexts: readonly string[],
  actionTexts: readonly string[],
  settings: ProjectSettings | undefined,
): readonly Candidate[] {
  const found = clouds.map((cloud) => {
    const { wanted, missing } = lookUp(apiTexts, actionTexts, cloud, settings);
    return { cloud, wanted, missing, result: smallestPolicies(cloud, wanted) };
  });
  const possible = found.filter(({ missing }) => missing.length === 0);
  return possible.length > 0 ? possible : found;
}

/** Whether it does not matter which of the clouds is meant. */
function isSettled(found: readonly Candidate[], format: Format | undefined): boolean {
  const [first, ...others] = found;
  const isCloudShown = format === "hcl" || format === "cdktf";
  return (
    first !== undefined && (others.length === 0 || (!isCloudShown && others.every((other) => isSame(other, first))))
  );
}

/** Whether two clouds ask for the same policies and roles. */
function isSame(one: Candidate, other: Candidate): boolean {
  const [text, otherText] = [one, other].map(({ result, missing }) =>
    JSON.stringify([{ ...result, cloud: "" }, missing]),
  );
  return text?.toLowerCase() === otherText?.toLowerCase();
}

function answerFrom(
  found: readonly Candidate[],
  [apiTexts, actionTexts]: readonly [readonly string[], readonly string[]],
  format: Format | undefined,
  settings: ProjectSettings | undefined,
  request: Request,
): Answer {
  const [first, ...others] = found;
  if (first && first.missing.length > 0) {
    return refusal(others.length === 0 ? first.missing : missingEverywhere(apiTexts, actionTexts, found));
  }
  if (!first || !isSettled(found, format)) {
    const reason =
      format === "hcl" || format === "cdktf"
        ? `The form ${format} depends on the cloud.`
        : "The answer differs between clouds.";
    throw new WrongUse(`${reason} Choose one: ${found.map(({ cloud }) => `--cloud ${cloud}`).join(" or ")}.`);
  }
  const { result } = first;
  if (result.escalations.length > 0 && request.options["allow-escalation"] !== true) {
    return refusal([...escalationNotes(result), "To print it all the same, add --allow-escalation."]);
  }
  const clouds = found.map(({ cloud }) => cloud);
  return answerOf(first, clouds, format, settings?.policySources ?? [], request.options["name"]);
}

function refusal(problems: readonly string[]): Answer {
  return { exitCode: exitCodes.nothingFound, data: { found: false, problems }, render: () => "", notes: problems };
}

function parseAction(text: string): ActionPattern {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new WrongUse(
      isOnlyOfIdentityPolicy(text)
        ? `"${truncate(text)}" is an action of version 5.0. This command writes custom policies, version 1.1.`
        : `"${truncate(text)}" is not an action: write "service:resourceType:operation".`,
    );
  }
  if (pattern.hasWildcard && pattern.segments < minimumSegments) {
    throw new WrongUse(
      `"${truncate(text)}" grants too much to be the smallest policy. List the actions, or name a resource type.`,
    );
  }
  return pattern;
}

/** What to say where no cloud has all that is asked for: what none of them has, else what each lacks. */
function missingEverywhere(
  apiTexts: readonly string[],
  actionTexts: readonly string[],
  found: readonly Candidate[],
): readonly string[] {
  const clouds = found.map(({ cloud }) => cloud);
  const missing = [
    ...apiTexts.flatMap((text) => missingApi(text, clouds)),
    ...actionTexts.flatMap((text) => missingAction(text, clouds)),
  ];
  return missing.length > 0 ? missing : found.flatMap((candidate) => candidate.missing);
}

function missingApi(text: string, clouds: readonly Cloud[]): readonly string[] {
  const isMissing = apisOf(text, clouds).length === 0;
  return isMissing ? unknownApiNotes(text, parseApiRequest(text), clouds) : [];
}

function missingAction(text: string, clouds: readonly Cloud[]): readonly string[] {
  const pattern = parseAction(text);
  const titles = clouds.map((cloud) => cloudTitles[cloud]);
  return namesMatching(pattern, clouds).length > 0
    ? []
    : [
        `No table of ${listNames(titles, "or")} has "${truncate(text)}".`,
        ...suggestionSentence(suggestionsFor(pattern, clouds)),
      ];
}

function lookUp(
  apiTexts: readonly string[],
  actionTexts: readonly string[],
  cloud: Cloud,
  settings: ProjectSettings | undefined,
): { wanted: Wanted; missing: readonly string[] } {
  const apis = apiTexts.map((text) => ({ text, found: apisOf(text, [cloud]) }));
  const missing = [
    ...apiTexts.flatMap((text) => missingApi(text, [cloud])),
    ...apis
      .filter(({ found }) => found.length > 1)
      .flatMap(({ text, found }) => [
        `"${truncate(text, 120)}" may be one of several APIs. Choose one:`,
        ...found.map((api) => `  ${api}`),
      ]),
    ...actionTexts
      .filter((text) => !isKnownHere(parseAction(text), settings))
      .flatMap((text) => missingAction(text, [cloud])),
  ];
  return { wanted: { apis: apis.flatMap(({ found }) => found), actions: actionTexts }, missing };
}

function isKnownHere(pattern: ActionPattern, settings: ProjectSettings | undefined): boolean {
  const known = settings && knownAction({ knownActions: settings.knownActions }, pattern);
  return known !== undefined && !hasExpired(known);
}

function apisOf(text: string, clouds: readonly Cloud[]): readonly string[] {
  const question = readQuestion([text], clouds);
  return question.kind === "api" ? question.apis : [];
}

function answerOf(
  { cloud, result, wanted }: Candidate,
  clouds: readonly Cloud[],
  format: Format | undefined,
  sources: readonly PolicySource[],
  name: unknown,
): Answer {
  const policies = named(result, wanted, name);
  const notes = notesOn(result);
  const { companionRoles, iamProjectOnly, withoutPermission, inSomeCases, tooBroad, neededElsewhere, escalations } =
    result;
  return {
    exitCode: exitCodes.found,
    data: {
      found: true,
      clouds,
      policies: policies.map((one) => ({
        name: one.name,
        level: one.level,
        type: typeOf(one.level),
        document: policyJson(one),
      })),
      ...{
        companionRoles,
        iamProjectOnly,
        withoutPermission,
        inSomeCases,
        tooBroad,
        neededElsewhere,
        escalations,
        notes,
      },
    },
    render: (terminal) =>
      format === undefined
        ? renderForReading(policies, clouds, notes, terminal)
        : policies.length === 0
          ? ""
          : write(format, policies, cloud, sources),
    notes: format === undefined ? [] : [...notes, ...sourceNotes(format, sources)],
  };
}

function sourceNotes(format: Format, sources: readonly PolicySource[]): readonly string[] {
  const own = format === "cdktf" ? ownFunction(sources) : undefined;
  return own ? [`Written for "${own.function}", from this project's setting "policySources".`] : [];
}

const maxNameCharacters = 64;

function named({ policies }: SmallestPolicies, wanted: Wanted | undefined, option: unknown): readonly NamedPolicy[] {
  const base = (typeof option === "string" ? option : nameFor(policies, wanted)).slice(
    0,
    maxNameCharacters - "-global".length,
  );
  return policies.map((one) => ({ ...one, name: policies.length > 1 ? `${base}-${one.level}` : base }));
}

/** Named after what is granted first: `ims-images-export`. */
function nameFor([first]: SmallestPolicies["policies"], wanted: Wanted | undefined): string {
  const action = wanted?.actions[0] ?? first?.actions[0] ?? "policy";
  const words = action.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, "-").toLowerCase();
  return words.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
}

function notesOn(result: SmallestPolicies): readonly string[] {
  const { policies, companionRoles, iamProjectOnly, withoutPermission, inSomeCases } = result;
  const { servicesOfUnknownLevel, tooBroad } = result;
  return [
    ...companionRoles.map((role) => `Also grant ${describeRole(role)}: the policy alone is not enough.`),
    ...(policies.length > 1 ? ["Grant both policies: global and project-level actions cannot share one."] : []),
    ...(iamProjectOnly.length > 0
      ? [`On IAM projects only, with no effect on an enterprise project: ${listNames(iamProjectOnly)}.`]
      : []),
    ...(withoutPermission.length > 0 ? [`No permission needed: ${listNames(withoutPermission)}.`] : []),
    ...caseNotes(inSomeCases),
    ...tooBroad.map(
      (pattern) => `Left out although the table names it, as it would grant a whole service: ${pattern}.`,
    ),
    ...elsewhereNotes(result),
    ...(servicesOfUnknownLevel.length > 0
      ? [
          `No page says whether ${listNames(servicesOfUnknownLevel.map(serviceTitle), "or")} is global or project-level.`,
        ]
      : []),
    ...escalationNotes(result),
  ];
}

function caseNotes(inSomeCases: SmallestPolicies["inSomeCases"]): readonly string[] {
  const cases = [...new Set(inSomeCases.flatMap(({ only }) => only ?? []))];
  return cases.map((only) => {
    const names = inSomeCases.filter((need) => need.only === only).map(({ name }) => name);
    const phrase = qualifierPhrases[only];
    return `Left out, needed ${phrase}: ${names.join(", ")}.`;
  });
}

/** A table without a column for dependency actions says nothing of them; that of another cloud may. */
function elsewhereNotes({ cloud, neededElsewhere }: SmallestPolicies): readonly string[] {
  return neededElsewhere.map(
    ({ api, cloud: other, actions }) =>
      `The table of ${cloudTitles[cloud]} lists no dependency actions. On ${cloudTitles[other]}, ${api} also needs ${actions.join(", ")}.`,
  );
}

function escalationNotes({ escalations }: SmallestPolicies): readonly string[] {
  return escalations.map(
    ({ actions, gain }) => `${listNames(actions)} ${actions.length === 1 ? "lets its" : "let their"} holders ${gain}.`,
  );
}

function renderForReading(
  policies: readonly NamedPolicy[],
  clouds: readonly Cloud[],
  notes: readonly string[],
  terminal: Terminal,
): string {
  const where = listNames(clouds.map((cloud) => cloudTitles[cloud]));
  const documents = policies.map((one) =>
    [
      `${terminal.style("bold", `${one.level === "global" ? "Global policy" : "Project-level policy"} (role type ${typeOf(one.level)}) on ${where}`)}\n`,
      `${JSON.stringify(policyJson(one), null, 2)}\n`,
    ].join(""),
  );
  const lines = notes.map((note) => paragraph(`- ${note}`, terminal)).join("");
  return [...documents, ...(lines === "" ? [] : [lines])].join("\n");
}
