import type { Cloud } from "../policy/cloud.js";
import { memberOf, type Callee, type ConstructValue, type ObjectValue, type Value } from "../policy/value.js";
import { blockRoleKeys, textRoleKeys } from "../policy/role.js";
import { agencyGrants, type AgencyNames } from "./agency.js";
import { constructNames, grantsOf } from "./assignment.js";
import type { Carrier, CarrierContext, Detection, RoleKey } from "./carrier.js";
import { policyOfBlocks, type PolicyKeys } from "./policy-blocks.js";
import { certainPolicy, roleFacts, type Role } from "./policy-value.js";

/** What a class of an infrastructure library holds. */
export type ConstructKind =
  /** The policy as blocks, the level as `displayLayer`: Open Telekom Cloud. */
  | "role-of-blocks"
  /** The policy as an object or text, the level as `type`: Huawei Cloud. */
  | "role-of-text"
  /** A policy of version 5.0. */
  | "identity-policy"
  | "assignment"
  /** Lists the names of the roles that it is granted. */
  | "agency";

/** An infrastructure library whose classes make roles and assign them. */
export interface ConstructFamily {
  /** The modules that the classes are imported from. */
  readonly modules: RegExp;
  /** The classes by the last part of their name. */
  readonly classes: Readonly<Record<string, ConstructKind>>;
  readonly blockKeys: PolicyKeys;
  readonly agencyNames: AgencyNames;
  /** Which argument of the constructor holds the properties. */
  readonly propertiesArgument: number;
}

/** A carrier for the classes of a library. */
export function constructCarrier(family: ConstructFamily): Carrier {
  const carrier: Carrier = (candidate, context) => {
    if (candidate.kind !== "construct") {
      return [];
    }
    const kind = kindOf(candidate);
    const properties = candidate.arguments[family.propertiesArgument];
    return kind && properties?.kind === "object" ? readConstruct(kind, candidate, properties, context) : [];
  };
  return carrier;

  function kindOf({ callee: { module = "", path } }: ConstructValue): ConstructKind | undefined {
    const name = path.at(-1) ?? "";
    return family.modules.test(module) && Object.hasOwn(family.classes, name) ? family.classes[name] : undefined;
  }

  function readConstruct(
    kind: ConstructKind,
    construct: ConstructValue,
    properties: ObjectValue,
    context: CarrierContext,
  ): readonly Detection[] {
    const role: Role = { key: construct.identity, takes: "1.1", ...cloudOf(construct.callee) };
    switch (kind) {
      case "role-of-blocks":
        return policyOfBlocks(properties, family.blockKeys, context, {
          ...role,
          ...roleFacts(properties, blockRoleKeys),
        });
      case "role-of-text":
        return certainPolicy(memberOf(properties, "policy"), context, {
          ...role,
          ...roleFacts(properties, textRoleKeys),
        });
      case "identity-policy":
        return certainPolicy(memberOf(properties, "policyDocument"), context, { ...role, takes: "5.0" });
      case "assignment":
        return withRoles((roleOf) => grantsOf(properties, constructNames, roleOf), context);
      case "agency":
        return withRoles((roleOf) => agencyGrants(properties, family.agencyNames, construct.identity, roleOf), context);
    }
  }

  /** With a grant comes the role that it names, which may be written in another file. */
  function withRoles(
    readGrants: (roleOf: (value: Value | undefined) => RoleKey | undefined) => readonly Detection[],
    context: CarrierContext,
  ): readonly Detection[] {
    const roles = new Set<ConstructValue>();
    const grants = readGrants((value) => {
      const role = constructOf(value);
      const kind = role && kindOf(role);
      // A grant that names itself is none.
      if (!role || kind === "assignment" || kind === "agency") {
        return undefined;
      }
      roles.add(role);
      return role.identity;
    });
    return [...[...roles].flatMap((role) => carrier(role, context)), ...grants];
  }
}

/** The construct of `role.id`, or of `role.name`, by which agencies name theirs. */
function constructOf(value: Value | undefined): ConstructValue | undefined {
  return value?.kind === "unknown" ? value.construct : undefined;
}

/** Providers of other clouds of the same stack, such as FlexibleEngine, have catalogues of their own: none is named. */
function cloudOf({ module = "" }: Callee): { cloud?: Cloud } {
  if (module.includes("opentelekomcloud")) {
    return { cloud: "otc" };
  }
  return module.includes("huaweicloud") ? { cloud: "huaweicloud" } : {};
}
