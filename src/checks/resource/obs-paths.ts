import type { Problem } from "../../edit/problem.js";
import { replaceIn } from "../../edit/strings.js";
import type { PolicyString } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import { partProblem } from "./part-problem.js";
import type { UriPart } from "./resource-uri.js";

export type ObsPathProblemId = "objectsInBucket" | "missingObject" | "replace" | "addPath";

/**
 * The path of a bucket is its name; the path of an object is its bucket, a slash and its name
 * (facts.md#paths-of-buckets-and-objects).
 */
export function obsPathProblem(
  string: PolicyString,
  type: UriPart,
  path: UriPart | undefined,
): Problem<ObsPathProblemId> | undefined {
  if (!path) {
    return undefined;
  }
  const data = { path: truncate(path.text) };
  if (type.text.toLowerCase() === "bucket" && path.text.includes("/")) {
    return partProblem(string, type, "objectsInBucket", data, ["object"]);
  }
  if (type.text.toLowerCase() === "object" && bucketName.test(path.text)) {
    const range = string.slice(path.start, path.end);
    const edits = replaceIn(string, range && [range[1], range[1]], "/*", { id: "addPath" });
    return { range: range ?? string.contentRange, id: "missingObject", data, edits };
  }
  return undefined;
}

/** A valid OBS bucket name. One in upper case is a word for the user to fill in. */
const bucketName = /^[a-z\d][a-z\d.-]{2,62}$/u;
