import type { PolicyKind } from "./kinds.js";
import type { ObjectValue } from "./value.js";

/** The properties of a resource or request that say what a policy of version 5.0 is called, as they are named there. */
export interface LabelKeys {
  /** The name of the policy; of a trust policy, that of its agency. */
  readonly name: string;
  readonly path?: string;
  readonly description?: string;
}

/** The source of a resource or request, with the policy in it. */
export interface WrittenLabels {
  readonly value: ObjectValue;
  readonly keys: LabelKeys;
  readonly kind: PolicyKind;
}
