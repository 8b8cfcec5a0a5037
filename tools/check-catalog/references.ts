import { clouds, type ServiceEntry, type ServiceFile } from "../../src/catalog/format.js";
import { verdictOn } from "../../src/catalog/coverage.js";
import { buildService, nameOf, type CatalogService } from "../../src/catalog/service.js";
import { covers, parsePattern, type ActionPattern } from "../../src/policy/pattern.js";
import { coverageProblems } from "./coverage.js";
import type { CatalogueProblem } from "./problems.js";

/** A service file with its index entry. */
export interface IndexedFile {
  readonly file: ServiceFile;
  readonly entry: ServiceEntry;
}

/** The services of one cloud, by name. */
type CloudServices = ReadonlyMap<string, CatalogService>;

/**
 * References that cannot be resolved: to a page that the file does not list, or to a service or action that no file of
 * the same cloud has. Also index counts and a coverage that the file contradicts.
 *
 * @param all the files of all clouds
 */
export function referenceProblems(all: readonly IndexedFile[]): readonly CatalogueProblem[] {
  return clouds.flatMap((cloud) => {
    const ofCloud = all.filter(({ file }) => file.cloud === cloud);
    const services = new Map(ofCloud.map((one) => [one.file.service, buildService(one.file.service, [one])]));
    return ofCloud.flatMap((one) =>
      [
        ...countProblems(one, services),
        ...coverageProblems(one),
        ...pageProblems(one),
        ...nameProblems(one, services),
      ].map((problem) => ({
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
  ].flatMap(([noted, found, what]) => (noted === found ? [] : [`has ${found} ${what}, but index.json says ${noted}`]));
}

function pageProblems({ file }: IndexedFile): readonly string[] {
  return file.rows
    .filter(({ source: [page] }) => page >= file.pages.length)
    .map(({ source }) => `has a row with a page that it does not list: ${JSON.stringify(source)}`);
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
      .map(({ name }) => `lists a name of another service: ${name}`),
    ...[...new Set([...required, ...present])]
      .filter((name) => !isKnown(parsePattern(name), services))
      .map((name) => `needs ${name}, which no file of this cloud has`),
    ...roleServices
      .filter((service) => !services.has(service))
      .map((service) => `names a role of ${service}, which has no file in this cloud`),
  ];
}

/** A pattern may match nothing where names may be missing: the clouds' tables name actions that no table lists. */
function isKnown(pattern: ActionPattern | undefined, services: CloudServices): boolean {
  if (!pattern) {
    return false;
  }
  const service = services.get(pattern.service);
  const mayMatchUnlisted =
    pattern.hasWildcard &&
    (!service || !["complete", "likely"].includes(verdictOn(service, pattern, [...service.clouds.keys()])));
  return mayMatchUnlisted || [...(service?.actions.values() ?? [])].some((action) => covers(pattern, action.pattern));
}
