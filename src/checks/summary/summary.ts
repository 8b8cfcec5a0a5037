import { isReadAction } from "../../catalog/access.js";
import { companionRolesOf } from "../../catalog/companion-roles.js";
import type { Catalog } from "../../catalog/catalog.js";
import { dependenciesOf, type DependencyMode } from "../../catalog/dependencies.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { PolicyDocument } from "../../policy/document.js";
import type { ActionPattern } from "../../policy/pattern.js";
import { isOnEnterpriseProject } from "../../policy/grant-site.js";
import { mayHold } from "../../catalog/level.js";
import { Trait } from "./action-facts.js";
import { Names } from "./names.js";
import type { PolicyContext } from "../policy-context.js";
import { hasPlainShape } from "./plain-shape.js";

/**
 * What one pass over a policy tells of it, so that each check can say when there is anything to look for. Where it
 * cannot tell, there may be something: it spares a check, and never takes its place.
 */
export class Summary {
  readonly statementCount: number;
  /** Whether nothing can be wrong with the shape of the policy but its size. */
  readonly isPlain: boolean;
  readonly hasCondition: boolean;
  readonly hasResource: boolean;
  /** Whether a statement may deny: it does not certainly allow. */
  readonly mayDeny: boolean;
  /** Whether a statement has no known action, or none at all. */
  readonly hasEmptyStatement: boolean;
  /** Whether a name is repeated, or another one covers it. */
  readonly hasOverlap: boolean;
  /** Whether the file says where the policy is granted, or which level its role is for. */
  readonly isPlaced: boolean;
  readonly isOnEnterpriseProject: boolean;
  /** Whether the principals that have the policy have, or may have, other ones of the file. */
  readonly hasCompany: boolean;
  readonly #names: Names;
  readonly #catalog: Catalog;
  /** Whether the policy certainly allows each of its names. */
  readonly #allowsItsNames: boolean;

  constructor(document: PolicyDocument, { catalog, settings, grantedTogether, otherGrants }: PolicyContext) {
    const { statements, grantSites, level } = document;
    const names = new Names(statements, catalog);
    this.#names = names;
    this.#catalog = catalog;
    this.statementCount = statements.length;
    this.isPlain = !names.has(Trait.odd) && hasPlainShape(document);
    // A plain policy has none of these, and most policies are plain.
    const others = this.isPlain ? [] : statements;
    this.hasCondition = others.some(({ condition }) => condition !== undefined);
    this.hasResource = others.some(({ resource }) => resource !== undefined);
    this.hasEmptyStatement = statements.some((statement) => statement.names.length === 0);
    this.mayDeny = statements.some(({ effect }) => effect !== "Allow");
    this.hasOverlap = names.overlap;
    this.isPlaced = grantSites.length > 0 || level !== undefined;
    this.isOnEnterpriseProject = isOnEnterpriseProject(grantSites, settings.scope);
    this.hasCompany = grantedTogether.length > 1 || otherGrants.length > 0;
    this.#allowsItsNames =
      !this.mayDeny && !this.hasCompany && others.every(({ notActions }) => notActions.length === 0);
  }

  /** The most characters that a plain policy has without whitespace. */
  get size(): number {
    const { count, characters } = this.#names;
    return sizeOf.policy + sizeOf.statement * this.statementCount + sizeOf.action * count + characters;
  }

  /** The smallest number of parts of a name that are something other than `*`. */
  get fewestSegments(): number {
    return this.#names.fewestSegments;
  }

  get hasUndocumentedName(): boolean {
    return this.#names.has(Trait.undocumented);
  }

  get hasFormerName(): boolean {
    return this.#names.has(Trait.former);
  }

  get hasMiscasedName(): boolean {
    return this.#names.has(Trait.miscased);
  }

  /** Whether it has names of IAM itself, whose actions may raise privileges. */
  get hasIamName(): boolean {
    return this.#names.has(Trait.iam);
  }

  get hasBothLevels(): boolean {
    return this.#names.has(Trait.global) && this.#names.has(Trait.project);
  }

  /**
   * Whether an action may need another one that is not granted.
   *
   * @param reads whether actions that only read count
   */
  mayLackDependencies(reads: boolean, mode: DependencyMode): boolean {
    return this.#names.requiring.some((action) => (reads || !isReadAction(action)) && this.#mayLack(action, mode));
  }

  /** What belongs in a policy of the other level is nothing that this one lacks. */
  #mayLack(action: CatalogAction, mode: DependencyMode): boolean {
    const level = this.#catalog.service(action.pattern.service)?.level;
    return dependenciesOf(action, mode).some(
      ({ pattern }) => !this.#isGranted(pattern) && mayHold(level, pattern, this.#catalog),
    );
  }

  /** Whether the policy certainly grants an action or pattern. */
  #isGranted(pattern: ActionPattern): boolean {
    return this.#allowsItsNames && this.#names.cover(pattern);
  }

  /** Whether an action needs a system role besides the policy. */
  needsRoles(mode: DependencyMode): boolean {
    return this.#names.requiring.some((action) => companionRolesOf(action, mode).length > 0);
  }
}

/** The characters of the JSON of a policy, a statement and an action, without what is in them. */
const sizeOf = {
  policy: '{"Version":"1.1","Statement":[]}'.length,
  statement: '{"Effect":"Allow","Action":[]},'.length,
  action: '"",'.length,
};
