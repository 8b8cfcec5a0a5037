import { readFileSync } from "node:fs";
import type { Linter } from "eslint";
import type { PolicySource } from "../../src/carriers/policy-source.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

/** A module of `test/fixtures` with its detected policies. */
export interface FixtureModule {
  readonly text: string;
  readonly documents: readonly PolicyDocument[];
  /** The only policy that contains an action. */
  policyWith(action: string): PolicyDocument;
  /** The grants of a policy, each with its source text. */
  grantsOf(action: string): [scope: string, text: string][];
}

/** @param path of the module in `test/fixtures` */
export function fixtureModule(path: string, own: readonly PolicySource[] = []): FixtureModule {
  const text = fixtureText(path);
  const { documents } = carriedIn(text, typescript, own);
  return { text, documents, policyWith, grantsOf };

  function policyWith(action: string): PolicyDocument {
    const [found, ...others] = documents.filter((document) => actionsOfEach([document]).flat().includes(action));
    if (!found || others.length > 0) {
      throw new Error(`${others.length + (found ? 1 : 0)} policies name ${action}.`);
    }
    return found;
  }

  function grantsOf(action: string): [string, string][] {
    return policyWith(action).grantSites.map(({ scope, range }) => [scope, text.slice(...range)]);
  }
}

export function fixtureText(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}

export const typescript: Linter.Config = configOf("as const");
