/** Compares what two catalogues say of identity policies, as Markdown for release notes. */
import type { IdentityAction, IdentityFile } from "../../src/catalog/identity-format.js";
import { compare } from "../import-catalog/names.js";

/** The changes as lines of Markdown. Empty if there are none. */
export function compareIdentityFiles(
  before: readonly IdentityFile[],
  after: readonly IdentityFile[],
): readonly string[] {
  const old = new Map(before.map((file) => [nameOf(file), file]));
  const now = new Map(after.map((file) => [nameOf(file), file]));
  return [...new Set([...old.keys(), ...now.keys()])].sort(compare).flatMap((name) => {
    const lines = compareActions(old.get(name)?.actions ?? [], now.get(name)?.actions ?? []);
    return lines.length === 0 ? [] : [`## ${name}, identity policies`, "", ...lines.map((line) => `- ${line}`), ""];
  });
}

function nameOf({ cloud, service }: IdentityFile): string {
  return `${cloud}/${service}`;
}

function compareActions(before: readonly IdentityAction[], after: readonly IdentityAction[]): readonly string[] {
  const old = new Map(before.map((action) => [action.name.toLowerCase(), action]));
  const now = new Map(after.map((action) => [action.name.toLowerCase(), action]));
  return [
    ...named(
      "new",
      [...now.values()].filter(({ name }) => !old.has(name.toLowerCase())),
    ),
    ...named(
      "removed",
      [...old.values()].filter(({ name }) => !now.has(name.toLowerCase())),
    ),
    ...[...now].flatMap(([key, action]) => compareAction(old.get(key), action)),
  ];
}

function named(what: string, actions: readonly IdentityAction[]): readonly string[] {
  return actions.length === 0 ? [] : [`${what}: ${actions.map(({ name }) => `\`${name}\``).join(", ")}`];
}

function compareAction(before: IdentityAction | undefined, after: IdentityAction): readonly string[] {
  if (before === undefined) return [];
  const [old, now] = [before, after].map(describe);
  return Object.entries(now ?? {}).flatMap(([what, text]) =>
    old?.[what] === text ? [] : [`\`${after.name}\`: ${what} changed from ${old?.[what] ?? "none"} to ${text}`],
  );
}

function describe(action: IdentityAction): Readonly<Record<string, string>> {
  const { accessLevel, aliases = [], permissionOnly, resources = [], conditionKeys = [] } = action;
  return {
    "access level": accessLevel ?? "none",
    "names in version 1.1": aliases.join(", ") || "none",
    "need by APIs": permissionOnly ? "no" : "yes",
    resources: resources.map(({ type, required }) => `${type}${required ? "*" : ""}`).join(", ") || "none",
    "condition keys": [...conditionKeys, ...resources.flatMap((one) => one.conditionKeys ?? [])].join(", ") || "none",
  };
}
