import { isReadAction } from "../catalog/access.js";
import { companionRolesOf } from "../catalog/companion-roles.js";
import { dependenciesOf, type DependencyMode } from "../catalog/dependencies.js";
import type { CatalogAction } from "../catalog/service.js";
import type { PolicyDocument, Statement } from "../policy/document.js";
import { isOnEnterpriseProject } from "../policy/grant-site.js";
import { covers, type ActionPattern } from "../policy/pattern.js";
import { actionFactsIn, Trait } from "./action-facts.js";
import type { PolicyContext } from "./policy-context.js";
import { hasPlainShape } from "./shape/plain-shape.js";

/**
 * What one pass over a policy tells of it, so that each check can say when there is anything to look for. Where it
 * cannot tell, there may be something: it spares a check, and never takes its place.
 */
export class Summary {
  readonly statementCount: number;
  /** The most characters that a plain policy has without whitespace. */
  readonly size: number;
  /** Whether nothing can be wrong with the shape of the policy but its size. */
  readonly isPlain: boolean;
  readonly hasCondition: boolean = false;
  readonly hasResource: boolean = false;
  /** Whether a statement may deny: it does not certainly allow. */
  readonly mayDeny: boolean = false;
  /** Whether a statement has no known action, or none at all. */
  readonly hasEmptyStatement: boolean = false;
  /** Whether a name is repeated, or another one covers it. */
  readonly hasOverlap: boolean;
  /** The smallest number of parts of a name that are something other than `*`. */
  readonly fewestSegments: number = 3;
  /** Whether the file says where the policy is granted, or which level its role is for. */
  readonly isPlaced: boolean;
  readonly isOnEnterpriseProject: boolean;
  /** Whether the principals that have the policy have, or may have, other ones of the file. */
  readonly hasCompany: boolean;
  /** Whether it allows each of its names, and nobody else has a say in that. */
  readonly #allowsItsNames: boolean;
  /** The traits of all names. */
  readonly #traits: number = 0;
  readonly #texts = new Set<string>();
  readonly #wildcards: ActionPattern[] = [];
  readonly #requiring: CatalogAction[] = [];

  constructor(document: PolicyDocument, { catalog, settings, grantedTogether, otherGrants }: PolicyContext) {
    const { statements, grantSites, level } = document;
    const factsOf = actionFactsIn(catalog);
    let hasExceptions = false;
    let count = 0;
    let size = sizeOf.policy + sizeOf.statement * statements.length;
    for (const { names, notActions, effect, condition, resource } of statements) {
      this.hasCondition ||= condition !== undefined;
      this.hasResource ||= resource !== undefined;
      this.mayDeny ||= effect !== "Allow";
      this.hasEmptyStatement ||= names.length === 0;
      hasExceptions ||= notActions.length > 0;
      count += names.length;
      for (const name of names) {
        const { traits, segments, requiring } = factsOf(name);
        this.#traits |= traits;
        this.#texts.add(name.text);
        size += sizeOf.action + name.text.length;
        if (segments < this.fewestSegments) {
          this.fewestSegments = segments;
        }
        if (requiring) {
          this.#requiring.push(requiring);
        }
        if ((traits & Trait.wildcard) !== 0 && name.pattern) {
          this.#wildcards.push(name.pattern);
        }
      }
    }
    this.size = size;
    this.statementCount = statements.length;
    this.isPlain = !this.#has(Trait.odd) && hasPlainShape(document);
    this.hasOverlap =
      this.#texts.size < count || this.#wildcards.some((wildcard) => coversAnother(wildcard, statements));
    this.isPlaced = grantSites.length > 0 || level !== undefined;
    this.isOnEnterpriseProject = isOnEnterpriseProject(grantSites, settings.scope);
    this.hasCompany = grantedTogether.length > 1 || otherGrants.length > 0;
    this.#allowsItsNames = !this.mayDeny && !hasExceptions && !this.hasCompany;
  }

  get hasUndocumentedName(): boolean {
    return this.#has(Trait.undocumented);
  }

  get hasFormerName(): boolean {
    return this.#has(Trait.former);
  }

  get hasMiscasedName(): boolean {
    return this.#has(Trait.miscased);
  }

  /** Whether it has names of a service whose actions may raise privileges. */
  get mayEscalate(): boolean {
    return this.#has(Trait.escalating);
  }

  get hasBothLevels(): boolean {
    return this.#has(Trait.global) && this.#has(Trait.project);
  }

  /**
   * Whether an action may need another one that is not granted.
   *
   * @param reads whether actions that only read count
   */
  mayLackDependencies(reads: boolean, mode: DependencyMode): boolean {
    return this.#requiring.some(
      (action) =>
        (reads || !isReadAction(action)) &&
        dependenciesOf(action, mode).some(({ pattern }) => !this.#allowsItsNames || !this.#names(pattern)),
    );
  }

  /** Whether an action needs a system role besides the policy. */
  needsRoles(mode: DependencyMode): boolean {
    return this.#requiring.some((action) => companionRolesOf(action, mode).length > 0);
  }

  #has(trait: number): boolean {
    return (this.#traits & trait) !== 0;
  }

  /** Whether a name of the policy is an action, or covers it. */
  #names(pattern: ActionPattern): boolean {
    return this.#texts.has(pattern.text) || this.#wildcards.some((wildcard) => covers(wildcard, pattern));
  }
}

/** Characters of the JSON of a policy, of a statement and of an action, besides what is in them. */
const sizeOf = {
  policy: '{"Version":"1.1","Statement":[]}'.length,
  statement: '{"Effect":"Allow","Action":[]},'.length,
  action: '"",'.length,
};

function coversAnother(wildcard: ActionPattern, statements: readonly Statement[]): boolean {
  return statements.some(({ names }) =>
    names.some(({ pattern }) => pattern !== undefined && pattern.text !== wildcard.text && covers(wildcard, pattern)),
  );
}
