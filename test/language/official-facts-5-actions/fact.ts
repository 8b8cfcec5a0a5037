/** What an official page prints of version 5.0, with a mistake against it and what is right beside it. */
export interface OfficialFact {
  readonly fact: string;
  /** The public page, below `https://support.huaweicloud.com/`. */
  readonly source: string;
  /** A policy, with `[[` and `]]` around the place of its one mistake. */
  readonly defect: string;
  readonly rule: string;
  /** A part of the message. */
  readonly says: string;
  /** What is right, and differs in little else. */
  readonly twins: readonly string[];
  /** Where it is a matter of style, or the other name works as well: that of the strict configurations. */
  readonly config?: "recommended" | "strict";
}

type Inner = Readonly<Record<string, unknown>>;

/** The text of a policy of version 5.0. */
export function policyOf(...statements: readonly Inner[]): string {
  return JSON.stringify({ Version: "5.0", Statement: statements }, null, 2);
}

export function allowing(actions: readonly string[], more: Inner = {}): string {
  return policyOf({ Effect: "Allow", Action: actions, ...more });
}

/** A policy for some resources, and for actions of their services that nothing is known of. */
export function about(...resources: readonly string[]): string {
  const services = resources.map((resource) => resource.replaceAll(/[[\]]/gu, "").split(":", 1).join(""));
  const actions = services.map((service) => (/^[a-z]+$/iu.test(service) ? `${service}:things:use` : "toy:things:use"));
  return allowing([...new Set(actions)], { Resource: resources });
}

/** A policy that denies something under a condition. */
export function under(condition: Inner): string {
  return policyOf({ Effect: "Deny", Action: ["toy:things:use"], Condition: condition });
}
