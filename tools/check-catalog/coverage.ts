import { buildService } from "../../src/catalog/service.js";
import { verdicts } from "../import-catalog/coverage.js";
import type { IndexedFile } from "./references.js";

/** What the coverage of an index entry says that the service file, or the entry itself, contradicts. */
export function coverageProblems({ file, entry }: IndexedFile): readonly string[] {
  const { verdict, reason, used, missing, partialTypes = {}, newTypes } = entry.coverage;
  const types = typesWithRow({ file, entry });
  const hasExceptions = newTypes !== undefined || Object.keys(partialTypes).length > 0;
  return [
    ...(verdicts[reason] === verdict ? [] : [`has the verdict ${verdict} for the reason ${reason}`]),
    ...(missing <= used ? [] : [`lacks ${missing} of ${used} names in use`]),
    ...(verdict === "mentioned" && hasExceptions ? ["has exceptions, but no table"] : []),
    ...Object.entries(partialTypes)
      .filter(([type, { listed }]) => (types.get(type) ?? 0) !== listed)
      .map(([type, { listed }]) => `has ${types.get(type) ?? 0} actions of ${type}, but index.json says ${listed}`),
    ...(newTypes && newTypes.listed !== types.size
      ? [`has ${types.size} resource types, but index.json says ${newTypes.listed}`]
      : []),
  ];
}

/** The number of actions with a row, by resource type. */
function typesWithRow(one: IndexedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { facts, pattern } of buildService(one.file.service, [one]).actions.values()) {
    if (facts[0]?.evidence === "table" && !pattern.hasWildcard) {
      counts.set(pattern.resourceType, (counts.get(pattern.resourceType) ?? 0) + 1);
    }
  }
  return counts;
}
