import type { Catalog } from "../catalog/catalog.js";
import type { IdentityCatalog } from "../catalog/identity-catalog.js";
import { isOnlyOfIdentityPolicy } from "../policy/dialects.js";
import { identityActionNameOf, isStar, parsePattern, type ActionPattern } from "../policy/pattern.js";
import { listNames } from "../text/wording.js";

/** The names that the other version has for the actions of a list, or why one of them has none there. */
export interface OtherNames {
  readonly names: readonly string[];
  readonly obstacles: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * The names that version 5.0 has for the actions of a list of version 1.1: one may stand for several. What only version 5.0
 * has is already meant for it.
 */
export function identityNamesOf(actions: readonly string[], catalog: Catalog): OtherNames {
  return collect(actions, (action) => {
    if (isOnlyOfIdentityPolicy(action)) {
      const own = catalog.identity.action(identityActionNameOf(action).pattern?.text ?? "");
      return own ? [action] : `"${action}" has no known name in version 5.0.`;
    }
    const pattern = parsePattern(action);
    const renamed = catalog.identity.withAlias(pattern?.text ?? "").map(({ name }) => name);
    const kept = pattern && nameInBoth(pattern, catalog, withSmallLetter);
    const names = renamed.length > 0 ? renamed : kept ? [kept] : [];
    return names.length > 0 ? names : `"${action}" has no known name in version 5.0.`;
  });
}

/**
 * The names that version 1.1 has for the actions of a list of version 5.0. A name that stands for several of them says the
 * same only where the list has them all.
 */
export function customNamesOf(actions: readonly string[], catalog: Catalog): OtherNames {
  const patterns = actions.map((action) => identityActionNameOf(action).pattern);
  const listed = new Set(patterns.map((pattern) => pattern?.text));
  return collect(actions, (action, index) => {
    const pattern = patterns[index];
    const aliases = (catalog.identity.action(pattern?.text ?? "")?.aliases ?? []).filter((name) =>
      isDocumented(name, catalog),
    );
    if (aliases.length === 0) {
      const kept = pattern && nameInBoth(pattern, catalog, (_, documented) => documented);
      return kept ? [kept] : reasonOf(action, pattern, catalog);
    }
    const exact = aliases.find((alias) => missingOf(alias, listed, catalog.identity).length === 0);
    const [alias = ""] = aliases;
    return exact === undefined
      ? `"${action}" has no name of its own in version 1.1: "${alias}" is also "${missingOf(alias, listed, catalog.identity)[0] ?? ""}".`
      : [exact];
  });
}

/** Why an action of a policy of version 5.0 has no name in version 1.1. */
function reasonOf(action: string, pattern: ActionPattern | undefined, catalog: Catalog): string {
  const own = catalog.identity.withAlias(pattern?.text ?? "").map(({ name }) => `"${name}"`);
  return own.length > 0
    ? `"${action}" is a name of version 1.1 that stands for ${listNames(own)} here: write that first.`
    : `"${action}" has no known name in version 1.1.`;
}

function missingOf(
  alias: string,
  listed: ReadonlySet<string | undefined>,
  identity: IdentityCatalog,
): readonly string[] {
  const names = identity.withAlias(alias.toLowerCase()).map(({ name }) => name);
  return names.filter((name) => !listed.has(name.toLowerCase()));
}

function isDocumented(name: string, catalog: Catalog): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && catalog.isDocumented(pattern);
}

/**
 * The name of an action or pattern that both versions have: everything, and what OBS has, where they differ in the case of a
 * letter only (facts.md#names-that-version-5-changed).
 *
 * @param spell the spelling in the other version, of that in version 1.1
 */
function nameInBoth(
  pattern: ActionPattern,
  catalog: Catalog,
  spell: (pattern: ActionPattern, documented: string) => string,
): string | undefined {
  if (pattern.parts.every(isStar)) {
    return "*:*:*";
  }
  const documented = pattern.service === "obs" && !pattern.hasWildcard ? catalog.action(pattern) : undefined;
  return documented && spell(pattern, documented.name);
}

/** `obs:bucket:listAllMyBuckets` for `obs:bucket:ListAllMyBuckets` */
function withSmallLetter(_: ActionPattern, documented: string): string {
  const [service = "", type = "", operation = ""] = documented.split(":");
  return `${service}:${type}:${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
}

/** @param nameOf the names of an action, or the reason why it has none */
function collect(
  actions: readonly string[],
  nameOf: (action: string, index: number) => readonly string[] | string,
): OtherNames {
  const found = actions.map(nameOf);
  return {
    names: [...new Set(found.flatMap((names) => (typeof names === "string" ? [] : names)))],
    obstacles: found.flatMap((names, index) => (typeof names === "string" ? [{ index, reason: names }] : [])),
  };
}
