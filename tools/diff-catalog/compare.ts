/** Compares two catalogues, service by service. */
import type { ServiceFile } from "../../src/catalog/format.js";
import { compare } from "../import-catalog/names.js";
import { type ActionFacts, actionFacts } from "./facts.js";

/** The differences as lines of Markdown. Empty if there are none. */
export function compareCatalogues(before: readonly ServiceFile[], after: readonly ServiceFile[]): readonly string[] {
  const old = new Map(before.map((file) => [serviceName(file), file]));
  const now = new Map(after.map((file) => [serviceName(file), file]));
  return [...new Set([...old.keys(), ...now.keys()])].sort(compare).flatMap((name) => {
    const lines = compareServices(old.get(name), now.get(name));
    return lines.length === 0 ? [] : [`## ${name}`, "", ...lines.map((line) => `- ${line}`), ""];
  });
}

function serviceName(file: ServiceFile): string {
  return `${file.cloud}/${file.service}`;
}

function compareServices(before: ServiceFile | undefined, after: ServiceFile | undefined): readonly string[] {
  if (before === undefined) return [`new service, ${size(after)}`];
  if (after === undefined) return [`removed service, had ${size(before)}`];
  const old = actionFacts(before);
  const now = actionFacts(after);
  const added = [...now.keys()].filter((key) => !old.has(key));
  const removed = [...old.keys()].filter((key) => !now.has(key));
  const kept = [...now.keys()].filter((key) => old.has(key));
  return [
    ...named("new", added, now),
    ...named("removed", removed, old),
    ...kept.flatMap((key) => compareActions(old.get(key), now.get(key))),
    ...compareApis(before, after),
  ];
}

function size(file: ServiceFile | undefined): string {
  const actions = file === undefined ? 0 : actionFacts(file).size;
  return actions === 1 ? "1 action" : `${String(actions)} actions`;
}

function named(what: string, keys: readonly string[], facts: ReadonlyMap<string, ActionFacts>): readonly string[] {
  const names = keys.map((key) => `\`${facts.get(key)?.name ?? key}\``).sort(compare);
  return names.length === 0 ? [] : [`${what}: ${names.join(", ")}`];
}

function compareActions(before: ActionFacts | undefined, after: ActionFacts | undefined): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const changes: string[] = [];
  const changed = (what: string, old: string, now: string): void => {
    if (old !== now) changes.push(`\`${after.name}\`: ${what} changed from ${old} to ${now}`);
  };
  changed("spelling", before.name, after.name);
  changed("evidence", before.evidence, after.evidence);
  changed("IAM project support", before.iamProject, after.iamProject);
  changed("enterprise project support", before.enterpriseProject, after.enterpriseProject);
  const added = after.requires.filter((name) => !before.requires.includes(name));
  const dropped = before.requires.filter((name) => !after.requires.includes(name));
  if (added.length > 0) changes.push(`\`${after.name}\`: now also requires ${added.join(", ")}`);
  if (dropped.length > 0) changes.push(`\`${after.name}\`: no longer requires ${dropped.join(", ")}`);
  return changes;
}

function compareApis(before: ServiceFile, after: ServiceFile): readonly string[] {
  const old = new Set(before.rows.flatMap(({ apis }) => apis));
  const now = new Set(after.rows.flatMap(({ apis }) => apis));
  const added = [...now].filter((api) => !old.has(api)).length;
  const removed = [...old].filter((api) => !now.has(api)).length;
  return [
    ...(added > 0 ? [`new APIs: ${String(added)}`] : []),
    ...(removed > 0 ? [`removed APIs: ${String(removed)}`] : []),
  ];
}
