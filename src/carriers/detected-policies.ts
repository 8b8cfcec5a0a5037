import type { Candidate } from "../hosts/candidates.js";
import { actionsOf, readDocument, type PolicyDocument } from "../policy/document.js";
import type { GrantSite, OtherGrant } from "../policy/grant-site.js";
import type { WrittenLabels } from "../policy/labels.js";
import type { Origin, Value } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { CarrierProblem } from "./carrier-problem.js";
import type { DetectedActions, DetectedGrant, DetectedPolicy, Detection, RoleKey } from "./carrier.js";
import { incompletePolicy } from "./policy-fragments.js";

interface PolicyWithRoles {
  readonly start: number;
  detection: DetectedPolicy;
  readonly roles: Set<RoleKey>;
  /** What each of its resources calls it, by the place of the resource. */
  readonly labels: Map<PlaceKey, WrittenLabels>;
}

/**
 * Collects the detections of a file: each policy once, with the grant sites of its roles. Policies are read after all
 * carriers have run, so each is read once however many carriers detect it.
 */
export class DetectedPolicies {
  readonly #policies = new Map<PlaceKey, PolicyWithRoles>();
  readonly #actionLists: DetectedActions[] = [];
  /** Policies that are not checked. */
  readonly #foreign = new Set<PlaceKey>();
  readonly #problems = new Map<number, CarrierProblem>();
  /** By resource: that of an instance is in the list of all its instances. */
  readonly #grants = new Map<RoleKey, GrantOfRole[]>();
  /** Grants of roles that the file cannot have. */
  readonly #otherGrants: OtherGrant[] = [];
  /** The end offset of each value that a carrier has claimed. */
  readonly #claimed = new Map<PlaceKey, number>();

  add(detection: Detection): void {
    switch (detection.kind) {
      case "policy":
        this.#claim(detection.string ?? detection.policy);
        this.#addPolicy(detection);
        break;
      case "actions":
        this.#actionLists.push(detection);
        break;
      case "foreign":
        this.#foreign.add(placeOf(detection.policy));
        break;
      case "grant":
        this.#addGrant(detection);
        break;
      case "problem":
        this.#claim(detection.string);
        this.#addProblem(detection.problem);
    }
  }

  /** Whether a carrier has claimed the candidate as part of a detection. */
  isClaimed(candidate: Candidate): boolean {
    return this.#claimed.get(placeOf(candidate)) === candidate.range[1];
  }

  /** The policies of the file, in source order. */
  get documents(): readonly PolicyDocument[] {
    const found = [...this.#policies]
      .filter(([place]) => !this.#foreign.has(place))
      .map(([, policy]) => policy)
      // A statement stands for itself only where no policy of the file can have it.
      .filter(({ detection: { isLoose } }, _, all) => !isLoose || all.every((other) => other.detection.isLoose))
      .sort((one, other) => one.start - other.start);
    return found.map(({ detection: { policy, dialect, facts }, roles, labels }) => {
      const sites = [...roles].flatMap((role) => this.#grantsOf(role).map(({ site }) => site));
      return readDocument(policy, dialect, {
        ...facts,
        ...(labels.size > 0 ? { labels: [...labels.values()] } : {}),
        grantSites: [...(facts.grantSites ?? []), ...sites],
      });
    });
  }

  /**
   * The lists of actions outside of policies, each as an incomplete policy. What a policy of the file has is left out:
   * there, more is known of it.
   */
  actionListsBeside(policies: readonly PolicyDocument[]): readonly PolicyDocument[] {
    if (this.#actionLists.length === 0) {
      return [];
    }
    const known = new Set(policies.flatMap(actionsOf).map(({ string }) => startOf(string)));
    return this.#actionLists.flatMap(({ range, actions }) => {
      const others = actions.filter(({ value }) => !known.has(startOf(value)));
      return others.length > 0 ? [readDocument(incompletePolicy(range, others), "1.1", { isVerbatim: false })] : [];
    });
  }

  /** The grants of system roles, roles of other files and unknown roles. */
  get otherGrants(): readonly OtherGrant[] {
    // Most files grant nothing.
    if (this.#grants.size === 0) {
      return this.#otherGrants;
    }
    const own = new Set([...this.#policies.values()].flatMap(({ roles }) => [...roles]));
    const granted = new Set([...own].flatMap((role) => this.#grantsOf(role)));
    const unknown = [...this.#grants.values()].flat().filter((grant) => !granted.has(grant));
    return [...this.#otherGrants, ...unknown.map(({ site }) => ({ site }))];
  }

  /** Problems in places that should hold a policy, in source order. */
  get problems(): readonly CarrierProblem[] {
    return inSourceOrder(this.#problems);
  }

  #claim(value: Value | undefined): void {
    if (value) {
      this.#claimed.set(placeOf(value), value.range[1]);
    }
  }

  /** A policy may first be detected by itself, and later as the policy of one or more roles. */
  #addPolicy(detection: DetectedPolicy): void {
    const { policy, role, string } = detection;
    const place = placeOf({ range: policy.range, run: policy.run ?? string?.run });
    if (role !== undefined && policy.origin !== undefined && this.#hasElsewhere(role, policy.range[0])) {
      return;
    }
    const known = this.#policies.get(place) ?? {
      start: policy.range[0],
      detection,
      roles: new Set(),
      labels: new Map(),
    };
    if (role !== undefined) {
      known.detection = known.roles.size === 0 ? detection : known.detection;
      known.roles.add(role);
    }
    detection.facts.labels?.forEach((labels) => known.labels.set(placeOf(labels.value), labels));
    this.#policies.set(place, known);
  }

  /** The first carrier wins, because carriers are sorted by how much they know. */
  #addProblem(problem: CarrierProblem): void {
    const [start] = problem.range;
    this.#problems.set(start, this.#problems.get(start) ?? problem);
  }

  #addGrant({ role: { key, name }, site }: DetectedGrant): void {
    if (key === undefined) {
      this.#otherGrants.push({ site, ...(name === undefined ? {} : { roleName: name }) });
    } else {
      this.#addSite(key, site);
    }
  }

  /** Two carriers may detect the same grant. */
  #addSite(role: RoleKey, site: GrantSite): void {
    const resource = resourceOf(role);
    const grants = this.#grants.get(resource) ?? [];
    const isDuplicate = grants.some(
      (grant) =>
        grant.role === role &&
        grant.site.scope === site.scope &&
        grant.site.range[0] === site.range[0] &&
        grant.site.principal === site.principal,
    );
    if (!isDuplicate) {
      this.#grants.set(resource, [...grants, { role, site }]);
    }
  }

  /** Whether a role has a policy that is found at another place: at the first of several references to it. */
  #hasElsewhere(role: RoleKey, place: number): boolean {
    return [...this.#policies.values()].some(({ start, roles }) => start !== place && roles.has(role));
  }

  /** The grants of a role: those of an instance, of all instances or, if it is not known how many there are, of any. */
  #grantsOf(role: RoleKey): readonly GrantOfRole[] {
    const resource = resourceOf(role);
    const grants = this.#grants.get(resource) ?? [];
    return role === resource ? grants : grants.filter((grant) => grant.role === role || grant.role === resource);
  }
}

interface GrantOfRole {
  readonly role: RoleKey;
  readonly site: GrantSite;
}

/** The resource that a role is an instance of: `<type>.<name>` of `<type>.<name>["<key>"]`. Other roles have none. */
function resourceOf(role: RoleKey): RoleKey {
  return typeof role === "string" ? (role.split("[", 1)[0] ?? role) : role;
}

/** Where the characters of a text begin, whether it has quotes or a template puts it into another text. */
function startOf(value: Value): number {
  return (value.kind === "string" ? value.text.sourceRange(0, 0) : value.range)[0];
}

/** Sorts by start offset, because carriers may detect the policies of an object out of order. */
function inSourceOrder<Detected>(detected: ReadonlyMap<number, Detected>): Detected[] {
  return [...detected].sort(([one], [other]) => one - other).map(([, detection]) => detection);
}

/** Identifies a value by where it is written, and by the run of the code that made it. */
type PlaceKey = number | string;

function placeOf(value: { readonly range: Range; readonly run?: Origin["run"] | undefined }): PlaceKey {
  const [start] = value.range;
  return value.run === undefined ? start : `${start} ${value.run}`;
}
