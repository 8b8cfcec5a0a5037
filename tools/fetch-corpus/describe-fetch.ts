/** Describes a fetch for the terminal. */
import type { Fetched } from "./fetch-pages.js";
import type { Change } from "./newest.js";

/** @param newest whether the newest commits were fetched. Only then are changes summarized, even if there are none */
export function describeFetch({ pages, repositories, changes }: Fetched, newest: boolean): readonly string[] {
  return [
    ...changes.map(describeChange),
    `${counted(pages.length, "page")} of ${counted(repositories, "repository", "repositories")}`,
    ...(newest ? [summary(changes)] : []),
  ];
}

function describeChange({ kind, repository, path, from }: Change): string {
  return `${kind}: ${repository}: ${from === undefined ? "" : `${from} -> `}${path}`;
}

const kinds = ["changed", "moved", "added", "removed"] as const;

function summary(changes: readonly Change[]): string {
  const counts = kinds.map((kind) => `${changes.filter((change) => change.kind === kind).length} ${kind}`);
  return `Since the listed commits: ${counts.join(", ")}. Removed pages stay listed as deleted, for their former names.`;
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
