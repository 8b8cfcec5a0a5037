/** What was fetched, in words for the terminal. */
import type { Fetched } from "./fetch-pages.js";
import type { Change } from "./newest.js";

/** @param newest whether the newest commits were asked for, so that no change is news too */
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
  return `Since the listed commits: ${counts.join(", ")}. What is removed is kept as deleted, for the names that it had.`;
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
