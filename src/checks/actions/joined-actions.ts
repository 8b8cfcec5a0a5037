import { parsePattern, separateActions } from "../../policy/pattern.js";
import type { Catalog } from "../../catalog/catalog.js";

/**
 * Splits a string that holds several actions by mistake (facts.md#two-actions-in-one-text), separated by whitespace,
 * commas, semicolons or nothing at all. Returns the string itself if it is a single name.
 */
export function splitJoinedActions(text: string, catalog: Catalog): readonly string[] {
  const names = separateActions(text);
  return names.length > 0 ? names : (splitWithoutSeparator(text.trim(), catalog) ?? [text]);
}

/** Splits `a:b:getc:d:list` where a service name begins in the third part and both halves are documented. */
function splitWithoutSeparator(text: string, catalog: Catalog): readonly string[] | undefined {
  const parts = text.split(":");
  const [service, resourceType, seam = "", ...rest] = parts;
  if (parts.length !== 5) {
    return undefined;
  }
  for (let index = 1; index < seam.length; index++) {
    const names = [`${service}:${resourceType}:${seam.slice(0, index)}`, [seam.slice(index), ...rest].join(":")];
    if (names.every((name) => isDocumented(name, catalog))) {
      return names;
    }
  }
  return undefined;
}

function isDocumented(name: string, catalog: Catalog): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && catalog.action(pattern) !== undefined;
}
