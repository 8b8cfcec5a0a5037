import type { Cloud } from "../catalog/format.js";
import { cloudTitles } from "../catalog/provenance.js";
import { listNames } from "../text/wording.js";
import { parseApiRequest } from "./api-request.js";
import {
  describeMissing,
  describeUnknown,
  lookUp,
  readAction,
  unknownIn,
  withoutKnown,
  type AskedFor,
  type AskedOfCloud,
} from "./asked-for.js";
import { paragraph } from "./columns.js";
import { formats, ownFunction, policyJson, typeOf, write, type Format, type NamedPolicy } from "./formats.js";
import { escalationNotes, notesOn } from "./policy-notes.js";
import type { SmallestPolicies, Wanted } from "./smallest-policies.js";
import { exitCodes, WrongUse, type Answer, type PolicySource, type Request, type Terminal, type Verb } from "./verb.js";

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
    const apis = [...listOf(request.options["api"]), ...request.words.filter(isApiText)];
    const actions = [...listOf(request.options["action"]), ...request.words.filter((word) => !isApiText(word))];
    if (apis.length + actions.length === 0) {
      throw new WrongUse('Say what has to work: --api "METHOD /path", --action <action>, or both.');
    }
    return answerFor({ apis, actions: actions.map(readAction) }, formatOf(request.options["format"]), request);
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
async function answerFor(asked: AskedFor, format: Format | undefined, request: Request): Promise<Answer> {
  const { tables } = request;
  const unknown = unknownIn(tables, asked, request.clouds);
  if (unknown.apis.length > 0) {
    return refusal(describeUnknown(tables, unknown, request.clouds));
  }
  if (unknown.actions.length === 0 && format !== "cdktf") {
    const found = lookUp(tables, asked, request.clouds, []);
    if (isSettled(found, format)) {
      return answerFrom(found, format, [], request);
    }
  }
  const { cloud, knownActions, policySources } = await request.settings(["cloud", "knownActions", "policySources"]);
  const clouds = request.cloud === undefined && cloud !== undefined ? [cloud] : request.clouds;
  const found = lookUp(tables, asked, clouds, knownActions);
  return found.length === 0
    ? refusal(describeMissing(tables, withoutKnown(asked, knownActions), clouds))
    : answerFrom(found, format, policySources, request);
}

/** Whether it does not matter which of the clouds is meant. */
function isSettled(found: readonly AskedOfCloud[], format: Format | undefined): boolean {
  const [first, ...others] = found;
  return (
    first !== undefined &&
    (others.length === 0 || (!showsCloud(format) && others.every((other) => isSame(other, first))))
  );
}

/** Whether the form differs between clouds: their providers do. */
function showsCloud(format: Format | undefined): boolean {
  return format === "hcl" || format === "cdktf";
}

/** Whether two clouds ask for the same policies and roles, whatever else there is to know. */
function isSame(one: AskedOfCloud, other: AskedOfCloud): boolean {
  const [text, otherText] = [one, other].map(({ result: { policies, companionRoles, escalations } }) =>
    JSON.stringify([policies, companionRoles, escalations]).toLowerCase(),
  );
  return text === otherText;
}

function answerFrom(
  found: readonly AskedOfCloud[],
  format: Format | undefined,
  sources: readonly PolicySource[],
  { options }: Request,
): Answer {
  const [first] = found;
  if (!first || !isSettled(found, format)) {
    const reason = showsCloud(format)
      ? `The form ${format ?? ""} depends on the cloud.`
      : "The answer differs between clouds.";
    throw new WrongUse(`${reason} Choose one: ${found.map(({ cloud }) => `--cloud ${cloud}`).join(" or ")}.`);
  }
  if (first.result.escalations.length > 0 && options["allow-escalation"] !== true) {
    return refusal([...escalationNotes(first.result), "To print it all the same, add --allow-escalation."]);
  }
  return answerOf(first, found, format, sources, nameOf(options["name"]));
}

function refusal(problems: readonly string[]): Answer {
  return { exitCode: exitCodes.nothingFound, data: { found: false, problems }, render: () => "", notes: problems };
}

function answerOf(
  { cloud, result, wanted }: AskedOfCloud,
  found: readonly AskedOfCloud[],
  format: Format | undefined,
  sources: readonly PolicySource[],
  name: string | undefined,
): Answer {
  const policies = named(result, wanted, name);
  const notes = notesOn(found.map((one) => one.result));
  return {
    exitCode: exitCodes.found,
    data: {
      found: true,
      policies: policies.map((one) => ({
        name: one.name,
        level: one.level,
        type: typeOf(one.level),
        document: policyJson(one),
      })),
      companionRoles: result.companionRoles,
      escalations: result.escalations,
      clouds: found.map((one) => detailsOf(one.result)),
      notes,
    },
    render: (terminal) =>
      format === undefined
        ? renderForReading(
            policies,
            found.map((one) => one.cloud),
            notes,
            terminal,
          )
        : policies.length === 0
          ? ""
          : write(format, policies, cloud, sources),
    notes: format === undefined ? [] : [...notes, ...sourceNotes(format, sources)],
  };
}

/** What clouds that ask for the same policies may differ in. */
function detailsOf(result: SmallestPolicies): object {
  const { cloud, iamProjectOnly, withoutPermission, inSomeCases, tooBroad, neededElsewhere } = result;
  return { cloud, iamProjectOnly, withoutPermission, inSomeCases, tooBroad, neededElsewhere };
}

function sourceNotes(format: Format, sources: readonly PolicySource[]): readonly string[] {
  const own = format === "cdktf" ? ownFunction(sources) : undefined;
  return own ? [`Written for "${own.function}", from this project's setting "policySources".`] : [];
}

const maxNameCharacters = 64;

/** What the longest ending leaves of a name. */
const maxBaseCharacters = maxNameCharacters - "-project".length;

/** A name that is asked for. It is not cut: roles are referred to by their names. */
function nameOf(option: Request["options"][string]): string | undefined {
  const name = typeof option === "string" ? option.trim() : undefined;
  if (name !== undefined && (name === "" || name.length > maxBaseCharacters || /\p{Cc}/u.test(name))) {
    throw new WrongUse(
      `--name must have 1 to ${maxBaseCharacters} characters, since the cloud takes ${maxNameCharacters} and "-project" or "-global" may follow, and no line break.`,
    );
  }
  return name;
}

function named(
  { policies }: SmallestPolicies,
  wanted: Wanted | undefined,
  name: string | undefined,
): readonly NamedPolicy[] {
  const base = name ?? nameFor(policies, wanted).slice(0, maxBaseCharacters);
  return policies.map((one) => ({ ...one, name: policies.length > 1 ? `${base}-${one.level}` : base }));
}

/** Named after what is granted first: `ims-images-export`. */
function nameFor([first]: SmallestPolicies["policies"], wanted: Wanted | undefined): string {
  const action = wanted?.actions[0] ?? first?.actions[0] ?? "policy";
  const words = action.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, "-").toLowerCase();
  return words.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
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
  const lines = notes.map((note) => paragraph(`- ${note}`, terminal, "", "  ")).join("");
  return [...documents, ...(lines === "" ? [] : [lines])].join("\n");
}
