import { anyCase, anyOf } from "./any-case.js";
import type { ServiceVocabulary } from "./vocabulary.js";

/** The regular expression of what a template, a program or the reader of a guide still fills in. */
export const placeholder = String.raw`.*[$%#{}<>\[\]@|].*|.*\.{3}.*`;

/**
 * The regular expression of everything that may be an action or a pattern, of whatever service, and no list
 * of several. There are names of more
 * than three parts, and one with nothing in its middle (facts.md#three-parts, facts.md#two-colons-in-version-1-1).
 */
export const actionForm = String.raw`^(?:${placeholder}|[^:\s,;]+:[^:\s,;]*:[^\s,;]+)$`;

/** The regular expression of the actions of a service, known or not, in any case; only of those that have the form. */
export function actionsOf({ service }: ServiceVocabulary): string {
  return String.raw`^${anyCase(service.name)}:[^\s,;]+$`;
}

/**
 * The regular expression of what may be an action or pattern of a service: what is listed, what may be right all the same,
 * and what has a wildcard, a placeholder or another form. `undefined` if any name may be right.
 */
export function rightNames({ service, listed, others, unlisted }: ServiceVocabulary): string | undefined {
  if (unlisted.kind === "names") {
    return undefined;
  }
  const { partial, tabled } = unlisted;
  // In any case, so that no other spelling need be listed.
  const names = [...listed.map(({ name }) => name), ...others].map((name) => name.slice(name.indexOf(":") + 1));
  const ofService = [
    String.raw`.*\*.*`,
    // Another form than that of the tables.
    `[^:]*:[^:]*:.*|:.*`,
    ...(partial.length > 0 ? [`${anyOf(partial)}:.*`] : []),
    ...(tabled === undefined ? [] : [`(?!${anyOf(tabled)}:).*`]),
    anyOf(names),
  ];
  return `^(?:${placeholder}|${anyCase(service.name)}:(?:${ofService.join("|")}))$`;
}
