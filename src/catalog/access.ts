import { memoize } from "../text/memoize.js";
import type { CatalogAction } from "./service.js";

/** The verbs that only look, where no method tells. */
const readVerb = /^(?:check|count|describe|get|head|list|query|search|show|view)/u;

/** Whether an action only reads: all of its APIs are GET or HEAD; where no method is documented, its verb decides. */
export const isReadAction = memoize(({ facts, pattern }: CatalogAction): boolean => {
  const methods = facts
    .flatMap(({ rows }) => rows)
    .flatMap(({ apis }) => apis)
    .flatMap((api) => /^(?<method>[A-Z]+) /u.exec(api)?.groups?.["method"] ?? []);
  return methods.length > 0
    ? methods.every((method) => method === "GET" || method === "HEAD")
    : readVerb.test(pattern.operation);
});
