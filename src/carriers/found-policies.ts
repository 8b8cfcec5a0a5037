import type { CarrierProblem } from "./carrier-problem.js";
import type { PolicyDocument } from "../policy/document.js";
import type { GrantSite } from "../policy/grant-site.js";
import type { Finding, RoleKey } from "./carrier.js";

interface FoundDocument {
  document: PolicyDocument;
  readonly roles: Set<RoleKey>;
}

/** Brings the findings of a file together: each policy once, with the places where its roles are assigned. */
export class FoundPolicies {
  readonly #documents = new Map<number, FoundDocument>();
  /** Where policies begin that are not to be judged. */
  readonly #foreign = new Set<number>();
  readonly #problems = new Map<number, CarrierProblem>();
  readonly #sites = new Map<RoleKey, GrantSite[]>();

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      switch (finding.kind) {
        case "document":
          this.#addDocument(finding.document, finding.role);
          break;
        case "foreign":
          this.#foreign.add(finding.policy.range[0]);
          break;
        case "grant":
          this.#addSite(finding.role, finding.site);
          break;
        default:
          this.#addProblem(finding.problem);
      }
    }
  }

  /** In the order of the text. */
  get documents(): readonly PolicyDocument[] {
    const found = inOrder(this.#documents).filter(({ document }) => !this.#foreign.has(document.range[0]));
    return found.map(({ document, roles }) => {
      const sites = [...roles].flatMap((role) => this.#sites.get(role) ?? []);
      return { ...document, grantSites: [...document.grantSites, ...sites] };
    });
  }

  /** What is wrong where a policy should be. */
  get problems(): readonly CarrierProblem[] {
    return inOrder(this.#problems);
  }

  /** A policy may be found by itself first and as the policy of a role later, or of several. */
  #addDocument(document: PolicyDocument, role: RoleKey | undefined): void {
    const start = document.range[0];
    if (role !== undefined && document.origin !== undefined && this.#hasRole(role)) {
      return;
    }
    const found = this.#documents.get(start) ?? { document, roles: new Set() };
    if (role !== undefined) {
      found.document = found.roles.size === 0 ? document : found.document;
      found.roles.add(role);
    }
    this.#documents.set(start, found);
  }

  /** Of two carriers that find the same, the first one counts: it knows more. */
  #addProblem(problem: CarrierProblem): void {
    const [start] = problem.range;
    this.#problems.set(start, this.#problems.get(start) ?? problem);
  }

  /** Two carriers may find the same grant. */
  #addSite(role: RoleKey, site: GrantSite): void {
    const sites = this.#sites.get(role) ?? [];
    const isKnown = sites.some(
      ({ scope, range, principal }) =>
        scope === site.scope && range[0] === site.range[0] && principal === site.principal,
    );
    if (!isKnown) {
      this.#sites.set(role, [...sites, site]);
    }
  }

  #hasRole(role: RoleKey): boolean {
    return [...this.#documents.values()].some(({ roles }) => roles.has(role));
  }
}

/** By their start: a carrier may find its policy behind another that stands in the same object. */
function inOrder<Found>(found: ReadonlyMap<number, Found>): Found[] {
  return [...found].sort(([one], [other]) => one - other).map(([, finding]) => finding);
}
