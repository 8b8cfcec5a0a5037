import { readFileSync } from "node:fs";
import { convertPolicy } from "../convert/convert-policy.js";
import {
  convertibleVersions,
  readPlainPolicy,
  type ConvertibleVersion,
  type Obstacle,
  type PlainPolicy,
} from "../convert/plain-policy.js";
import { truncate } from "../text/wording.js";
import { exitCodes, WrongUse, type Answer, type Request, type Verb } from "./verb.js";

/** Writes a policy in the other version of the language, where that says the same. */
export const convert: Verb = {
  usage: "<file>",
  summary: "a policy in the other version of the language, if that can say the same",
  examples: ["convert reader.json --to 5.0", "convert reader.json --to 1.1 --json"],
  options: {
    to: { type: "string", value: convertibleVersions.join("|"), description: "the version to convert to" },
  },
  answer(request) {
    return Promise.resolve(answerFor(request));
  },
};

function answerFor({ words: [file, ...others], options, tables, cloud }: Request): Answer {
  if (file === undefined || others.length > 0) {
    throw new WrongUse("Name one file with a policy in JSON: convert <file> --to 5.0.");
  }
  const to = convertibleVersions.find((version) => version === options["to"]);
  if (!to) {
    const written = typeof options["to"] === "string" ? `There is no version "${truncate(options["to"])}". ` : "";
    throw new WrongUse(`${written}Say which version to convert to: --to ${convertibleVersions.join(" or --to ")}.`);
  }
  const { policy, obstacles } = readPlainPolicy(readJson(file));
  if (!policy) {
    return refusal(undefined, to, obstacles);
  }
  if (policy.Version === to) {
    throw new WrongUse(`This policy is of version ${to} already.`);
  }
  const conversion = convertPolicy(policy, to, tables.catalogOf(cloud));
  const all = [...obstacles, ...(conversion.isConverted ? [] : conversion.obstacles)];
  return conversion.isConverted && all.length === 0
    ? answerOf(policy, conversion.policy)
    : refusal(policy.Version, to, all);
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new WrongUse(`The file "${truncate(file)}" cannot be read.`);
  }
  try {
    // Editors on Windows begin a file with a mark.
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    throw new WrongUse(`The file "${truncate(file)}" is not valid JSON.`);
  }
}

function answerOf({ Version: from }: PlainPolicy, policy: PlainPolicy): Answer {
  return {
    exitCode: exitCodes.found,
    data: { converted: true, from, to: policy.Version, policy },
    render: () => `${JSON.stringify(policy, null, 2)}\n`,
  };
}

function refusal(from: ConvertibleVersion | undefined, to: ConvertibleVersion, obstacles: readonly Obstacle[]): Answer {
  return {
    exitCode: exitCodes.nothingFound,
    data: { converted: false, from: from ?? null, to, obstacles },
    render: () => "",
    notes: obstacles.map(({ place, reason }) => (place === "" ? reason : `${place}: ${reason}`)),
  };
}
