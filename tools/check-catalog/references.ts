import { clouds, type ServiceEntry, type ServiceFile } from "../../src/catalog/format.js";
import { buildService, nameOf, type CatalogService } from "../../src/catalog/service.js";
import { covers, parsePattern, type ActionPattern } from "../../src/policy/pattern.js";
import type { CatalogueProblem } from "./problems.js";

/** A service's file with what the index says of it. */
export interface IndexedFile {
  readonly file: ServiceFile;
  readonly entry: ServiceEntry;
}

/** The services of one cloud by name, as the rules see them. */
type CloudServices = ReadonlyMap<string, CatalogService>;

/**
 * What leads nowhere: pages that a row names and its file has not, services and actions that no file of the same cloud
 * has, and counts of the index that are not those of the file.
 *
 * @param all the files of all clouds
 */
export function referenceProblems(all: readonly IndexedFile[]): readonly CatalogueProblem[] {
  return clouds.flatMap((cloud) => {
    const ofCloud = all.filter(({ file }) => file.cloud === cloud);
    const services = new Map(ofCloud.map((one) => [one.file.service, buildService(one.file.service, [one])]));
    return ofCloud.flatMap((one) =>
      [...countProblems(one, services), ...pageProblems(one), ...nameProblems(one, services)].map((problem) => ({
        file: `${one.file.cloud}/${one.file.service}.json`,
        problem,
      })),
    );
  });
}

function countProblems({ file, entry }: IndexedFile, services: CloudServices): readonly string[] {
  const actions = [...(services.get(file.service)?.actions.values() ?? [])];
  const withRow = actions.filter(({ facts, pattern }) => facts[0]?.evidence === "table" && !pattern.hasWildcard);
  return [
    [entry.rows, file.rows.length, "rows"] as const,
    [entry.actions, withRow.length, "actions with a row"] as const,
  ].flatMap(([noted, found, what]) => (noted === found ? [] : [`has ${found} ${what}, and index.json says ${noted}`]));
}

function pageProblems({ file }: IndexedFile): readonly string[] {
  return file.rows
    .filter(({ source: [page] }) => page >= file.pages.length)
    .map(({ source }) => `has a row whose page it has not: ${JSON.stringify(source)}`);
}

function nameProblems({ file }: IndexedFile, services: CloudServices): readonly string[] {
  const required = file.rows.flatMap(({ actions, dependencies = [] }) => [...actions, ...dependencies].map(nameOf));
  const present = file.withoutRow.flatMap(({ presentNames = [] }) => presentNames);
  const roleServices = file.rows.flatMap(({ companionRoles = [] }) =>
    companionRoles.flatMap(({ service = [] }) => service),
  );
  return [
    ...file.withoutRow
      .filter(({ name }) => parsePattern(name)?.service !== file.service)
      .map(({ name }) => `has the name of another service: ${name}`),
    ...[...new Set([...required, ...present])]
      .filter((name) => !isKnown(parsePattern(name), services))
      .map((name) => `needs ${name}, which no file of its cloud has`),
    ...roleServices
      .filter((service) => !services.has(service))
      .map((service) => `has a role of ${service}, which no file of its cloud is for`),
  ];
}

/** The clouds' own tables have patterns over actions that they have no table of; no rule judges those. */
function isKnown(pattern: ActionPattern | undefined, services: CloudServices): boolean {
  if (!pattern) {
    return false;
  }
  const service = services.get(pattern.service);
  const isOfOpenTable = pattern.hasWildcard && service?.coverage !== "complete";
  return isOfOpenTable || [...(service?.actions.values() ?? [])].some((action) => covers(pattern, action.pattern));
}
