import { memoize } from "../text/memoize.js";
import type { CatalogAction } from "./service.js";

/** Verbs of read-only operations, for actions without a documented method. */
const readVerb = /^(?:check|count|describe|get|head|list|query|search|show|view)/u;

/** Whether an action is read-only: all of its APIs are GET or HEAD. Without a documented method, its verb decides. */
export const isReadAction = memoize(({ facts, pattern }: CatalogAction): boolean => {
  const methods = facts
    .flatMap(({ rows }) => rows)
    .flatMap(({ apis }) => apis)
    .flatMap((api) => /^(?<method>[A-Z]+) /u.exec(api)?.groups?.["method"] ?? []);
  return methods.length > 0
    ? methods.every((method) => method === "GET" || method === "HEAD")
    : readVerb.test(pattern.operation);
});
