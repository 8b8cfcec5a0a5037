import type { Catalog } from "./catalog.js";
import { type ActionName } from "../policy/pattern.js";
import { matchesPart } from "../policy/wildcards.js";
import { respell } from "./respelt-pattern.js";

/**
 * An action or pattern in the spelling of the actions that it matches, if that is another one. `undefined` if they
 * differ from each other, or if some of them are documented as written: where two spellings are, neither is wrong.
 */
export function documentedSpelling({ written, pattern }: ActionName, catalog: Catalog): string | undefined {
  const service = pattern && catalog.service(pattern.service);
  // Most names are written as one of the spellings of their action.
  if (!service || service.actions.get(pattern.text)?.spellings.includes(written)) {
    return undefined;
  }
  const [prefix = "", ...parts] = written.split(":");
  const isAsWritten = (name: string) => {
    const [namePrefix, ...nameParts] = name.split(":");
    return (
      (namePrefix === prefix || service.prefixes.has(prefix)) &&
      parts.every((part, index) => matchesPart(part, nameParts[index] ?? ""))
    );
  };
  // A former name should be replaced, not respelt.
  const matched = catalog.matching(pattern).filter(({ isFormer }) => !isFormer);
  if (matched.some(({ spellings }) => spellings.some(isAsWritten))) {
    return undefined;
  }
  const [preferred, ...others] = new Set(matched.map(({ name }) => respell(written, name)));
  return others.length > 0 ? undefined : preferred;
}
