import { documentedNames } from "./actions.js";

/** What a policy says of the documented actions: for each, how far its Allows and Denies reach. */
export function reachOfActions(policy: unknown): ReadonlyMap<string, string> {
  const reaches = new Map<string, Set<string>>();
  for (const statement of listOf(memberOf(policy, "Statement"))) {
    const effect = String(memberOf(statement, "Effect")).trim().toLowerCase();
    const reach = `${effect} ${resourceScopeOf(statement)}`;
    for (const action of actionsOf(statement)) {
      reaches.set(action, (reaches.get(action) ?? new Set()).add(reach));
    }
  }
  return new Map([...reaches].map(([action, found]) => [action, inOne(found)]));
}

/** What holds everywhere says all that a narrower one of the same effect says. */
function inOne(reaches: ReadonlySet<string>): string {
  return [...reaches]
    .filter((reach) => !reaches.has(`${reach.split(" ")[0]} ${everywhere}`) || reach.endsWith(everywhere))
    .sort()
    .join(" or ");
}

const everywhere = "everywhere";

function resourceScopeOf(statement: unknown): string {
  const [resource, condition] = [memberOf(statement, "Resource"), memberOf(statement, "Condition")];
  const isEvery = (resource ?? undefined) === undefined || listOf(resource).includes("*");
  const isAlways = (condition ?? undefined) === undefined;
  return isEvery && isAlways
    ? everywhere
    : JSON.stringify([isEvery || leavesOf(resource), isAlways || leavesOf(condition)]);
}

/** Fixes put texts into quotes and brackets, and take blanks away. */
function leavesOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return [String(value).trim()];
  }
  return Array.isArray(value)
    ? value.map((element) => String(element).trim())
    : Object.entries(value).map(([key, inner]) => [key, leavesOf(inner)]);
}

function actionsOf(statement: unknown): readonly string[] {
  const [listed, excepted] = ["Action", "NotAction"].map((key) => memberOf(statement, key));
  const named = listOf(listed).flatMap((pattern) => [...matchedBy(String(pattern))]);
  const kept = new Set(listOf(excepted).flatMap((pattern) => [...matchedBy(String(pattern))]));
  const others = (excepted ?? undefined) === undefined ? [] : documentedNames.filter((name) => !kept.has(name));
  return [...named, ...others];
}

/** The documented actions that a pattern matches, by a regular expression: another way than that of the plugin. */
function matchedBy(pattern: string): readonly string[] {
  let names = matched.get(pattern);
  if (!names) {
    const parts = pattern.trim().split(":");
    const source = parts.map((part) => part.split(/\*+/u).map(escapeForExpression).join("[^:]*")).join(":");
    const expression = new RegExp(`^${source}$`, "iu");
    names = documentedNames.filter((name) => expression.test(name));
    matched.set(pattern, names);
  }
  return names;
}

const matched = new Map<string, readonly string[]>();

function escapeForExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : (value ?? undefined) === undefined ? [] : [value];
}
