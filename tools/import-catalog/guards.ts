/** What must not happen unseen when pages are read again; each finding is one line for the person who decides. */
import type { CatalogIndex, Cloud } from "../../src/catalog/format.js";
import type { BuiltCloud } from "./catalogue.js";
import type { Import } from "./import.js";
import { nameKey, nameOf } from "./names.js";

/** A service may lose this part of its actions between two imports. */
const acceptedLoss = 0.05;

/**
 * Actions that every whole import has to have in a permission row: well-known ones of several formats and of
 * every cloud, and a real name that looks like a mistake.
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
 * Reasons not to replace a catalogue by a new one.
 *
 * @param previous the index of the catalogue that would be replaced, if there is one
 * @param isWhole whether all pages were read; a selection is not asked for the fixtures
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
    ...(previous === undefined ? [] : lostActions(imported.built, previous)),
  ];
}

function emptyPages({ current, additions }: Import): readonly string[] {
  return [...current]
    .filter(({ source, reading }) => reading.rows.length === 0 && !additions.has(source))
    .map(({ source }) => `page without a row: ${source.repository}:${source.path}`);
}

function duplicateServices(built: readonly BuiltCloud[]): readonly string[] {
  const seen = new Set<string>();
  const paths = built.flatMap(({ cloud, services }) => services.map(({ file }) => `${cloud}/${file.service}`));
  return paths.filter((path) => seen.has(path) || !seen.add(path)).map((path) => `service twice: ${path}`);
}

function lostFixtures(built: readonly BuiltCloud[]): readonly string[] {
  return built.flatMap(({ cloud, services }) => {
    const names = new Set(
      services.flatMap(({ file }) => file.rows.flatMap(({ actions }) => actions.map((one) => nameKey(nameOf(one))))),
    );
    return fixtures[cloud]
      .filter((name) => !names.has(nameKey(name)))
      .map((name) => `${cloud}: no row has ${name} any more`);
  });
}

function lostActions(built: readonly BuiltCloud[], previous: CatalogIndex): readonly string[] {
  const counts = new Map(
    built.flatMap(({ cloud, services }) =>
      services.map(({ file, entry }) => [`${cloud}/${file.service}`, entry.actions]),
    ),
  );
  return Object.entries(previous.services).flatMap(([cloud, services]) =>
    Object.entries(services).flatMap(([service, { actions: before }]) => {
      const now = counts.get(`${cloud}/${service}`) ?? 0;
      const isLoss = before > 0 && (before - now) / before > acceptedLoss;
      return isLoss ? [`${cloud}/${service}: ${String(before)} actions before, ${String(now)} now`] : [];
    }),
  );
}
