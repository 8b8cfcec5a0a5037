/** Stops imports that lose data. A person decides whether to accept each violation. */
import type { CatalogIndex, Cloud } from "../../src/catalog/format.js";
import type { BuiltCloud } from "./catalogue.js";
import type { Import } from "./import.js";
import { nameKey, nameOf } from "./names.js";

/** The share of its actions that a service may lose between two imports. */
const acceptedLoss = 0.05;

/**
 * Actions that every import of all pages must have in a permission row: well-known ones from several formats and all
 * clouds, and a documented name that looks like a typo (`acivityLogs`).
 */
const fixtures: { readonly [cloud in Cloud]: readonly string[] } = {
  otc: [
    "ims:images:create",
    "ecs:cloudServers:createServers",
    "vpc:publicIps:create",
    "as:acivityLogs:list",
    "obs:object:PutObject",
  ],
  "otc-swiss": ["ecs:cloudServers:create", "evs:volumes:create", "as:acivityLogs:list", "lts:groups:list"],
  huaweicloud: [
    "ims:images:copy",
    "ecs:cloudServers:changeOS",
    "dns:zone:create",
    "as:acivityLogs:list",
    "cci:network:create",
  ],
};

/**
 * The reasons not to replace the catalogue, one line each.
 *
 * @param previous the index of the catalogue to be replaced, if there is one
 * @param isWhole whether all pages were read. Otherwise, the fixtures are not required
 */
export function findGuardViolations(
  imported: Import,
  previous: CatalogIndex | undefined,
  isWhole: boolean,
): readonly string[] {
  return [
    ...emptyPages(imported),
    ...duplicateServices(imported.built),
    ...(isWhole ? lostFixtures(imported.built) : []),
    ...(previous === undefined ? [] : lostActions(imported, previous)),
  ];
}

function emptyPages({ current, live, additions }: Import): readonly string[] {
  return [...current, ...live]
    .filter(({ source, reading }) => reading.rows.length === 0 && !reading.identity && !additions.has(source))
    .map(({ source }) => `no permission row on page ${source.repository}:${source.path}`);
}

function duplicateServices(built: readonly BuiltCloud[]): readonly string[] {
  const seen = new Set<string>();
  const paths = built.flatMap(({ cloud, services }) => services.map(({ file }) => `${cloud}/${file.service}`));
  return paths.filter((path) => seen.has(path) || !seen.add(path)).map((path) => `duplicate service: ${path}`);
}

function lostFixtures(built: readonly BuiltCloud[]): readonly string[] {
  return built.flatMap(({ cloud, services }) => {
    const names = new Set(
      services.flatMap(({ file }) => file.rows.flatMap(({ actions }) => actions.map((one) => nameKey(nameOf(one))))),
    );
    return fixtures[cloud]
      .filter((name) => !names.has(nameKey(name)))
      .map((name) => `${cloud}: ${name} is no longer in any row`);
  });
}

function lostActions({ built, identity }: Import, previous: CatalogIndex): readonly string[] {
  const counts = new Map<string, number>([
    ...built.flatMap(({ cloud, services }) =>
      services.map(({ file, entry }) => [`${cloud}/${file.service}`, entry.actions] as const),
    ),
    ...identity.map(({ cloud, service, actions }) => [`${cloud}/identity/${service}`, actions.length] as const),
  ]);
  return [...countsOf(previous.services, ""), ...countsOf(previous.identity ?? {}, "identity/")].flatMap(
    ([name, before]) => {
      const now = counts.get(name) ?? 0;
      const isLoss = before > 0 && (before - now) / before > acceptedLoss;
      return isLoss ? [`${name}: had ${String(before)} actions, now ${String(now)}`] : [];
    },
  );
}

/** The numbers of actions in an index, by the name of the file. */
function countsOf(
  clouds: { readonly [cloud: string]: { readonly [service: string]: { readonly actions: number } } },
  folder: string,
): readonly (readonly [name: string, actions: number])[] {
  return Object.entries(clouds).flatMap(([cloud, services]) =>
    Object.entries(services).map(([service, { actions }]) => [`${cloud}/${folder}${service}`, actions] as const),
  );
}
