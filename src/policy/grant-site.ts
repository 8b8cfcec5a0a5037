import type { Range } from "../text/range.js";

/** Where a role is assigned. `all-projects` takes in every IAM project and the global services. */
export type GrantScope = "iam-project" | "enterprise-project" | "domain" | "all-projects";

/** The place that says where a policy is granted. */
export interface GrantSite {
  readonly scope: GrantScope;
  /** The property that says so, such as `enterpriseProjectId: ...`. */
  readonly range: Range;
  /** The same for all grants to one group, user or agency; `undefined` when that is not known. */
  readonly principal?: object | string;
}

/** Which services a role is for: `domain` roles (AX) for global ones, `project` roles (XA) for those of projects. */
export interface RoleLevel {
  readonly level: "global" | "project";
  /** The property that says so, such as `displayLayer: "domain"`. */
  readonly range: Range;
  /** What the property says for the other level, such as `project`. */
  readonly opposite: string;
}
