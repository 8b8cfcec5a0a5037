import { lazyObject } from "../hosts/values.js";
import { memberOf } from "../policy/members.js";
import type { Callee, ConstructValue, ObjectValue, Value } from "../policy/value.js";
import { blockRoleKeys, textRoleKeys } from "../policy/role.js";
import type { Range } from "../text/range.js";
import { agencyGrants, type AgencyNames } from "./agency.js";
import { constructAssignmentNames, grantsOf, systemRoleNamed } from "./assignment.js";
import type { Carrier, CarrierContext, DetectedGrant, Detection, RoleReference } from "./carrier.js";
import { identityResources, policyOfResource } from "./identity-resources.js";
import { policyOfBlocks, type PolicyKeys } from "./policy-blocks.js";
import { detectPolicy, roleFacts, type Role } from "./policy-value.js";

/** The kind of resource that a class of an infrastructure library represents. */
export type ConstructKind =
  /** The policy is written as blocks, the level as `displayLayer`: Open Telekom Cloud. */
  | "role-of-blocks"
  /** The policy is an object or a JSON string, the level is `type`: Huawei Cloud. */
  | "role-of-text"
  | "assignment"
  /** Lists the names of its roles. */
  | "agency";

/** An infrastructure library with classes that create and assign roles. */
export interface ConstructLibrary {
  /** Matches the modules that export the classes. */
  readonly modules: RegExp;
  /** The classes, by the last part of their name. */
  readonly classes: Readonly<Record<string, ConstructKind>>;
  /** The classes of policies of version 5.0: the resources of Terraform that they are made of. */
  readonly identityClasses?: Readonly<Record<string, string>>;
  readonly blockKeys: PolicyKeys;
  readonly agencyNames: AgencyNames;
  /** The index of the constructor argument that holds the properties. */
  readonly propertiesArgument: number;
  /** The properties after what the program does with a construct, if the library lets it change them. */
  readonly withUpdates?: (properties: ObjectValue, construct: ConstructValue) => ObjectValue;
}

/** Creates a carrier for the classes of a library. */
export function constructCarrier(library: ConstructLibrary): Carrier {
  const carrier: Carrier = (candidate, context) => {
    if (candidate.kind !== "construct") {
      return [];
    }
    const kind = kindOf(candidate);
    const resource = kind ? undefined : resourceOf(candidate);
    const properties = (kind ?? resource) ? propertiesOf(candidate) : undefined;
    if (!properties) {
      return [];
    }
    return kind
      ? readConstruct(kind, candidate, properties, context)
      : readIdentityPolicy(resource, candidate, properties, context);
  };
  return carrier;

  function kindOf({ callee: { module = "", path } }: ConstructValue): ConstructKind | undefined {
    const name = path.at(-1) ?? "";
    return library.modules.test(module) && Object.hasOwn(library.classes, name) ? library.classes[name] : undefined;
  }

  /**
   * The resource of Terraform that a class of version 5.0 is made of. The provider of AWS has a class with one of the
   * names.
   */
  function resourceOf({ callee }: ConstructValue): string | undefined {
    const { identityClasses = {}, modules } = library;
    const { module = "", path } = callee;
    const name = path.at(-1) ?? "";
    return modules.test(module) && providerOf(callee).cloud === "huaweicloud" && Object.hasOwn(identityClasses, name)
      ? identityClasses[name]
      : undefined;
  }

  function propertiesOf(construct: ConstructValue): ObjectValue | undefined {
    const properties = construct.arguments[library.propertiesArgument];
    if (properties?.kind === "object") {
      return library.withUpdates?.(properties, construct) ?? properties;
    }
    // Of properties that are not known, those are known that the program sets later.
    const isUpdated = properties?.kind === "unknown" && construct.updates.length > 0;
    return isUpdated ? library.withUpdates?.(unknownObject(properties.range), construct) : undefined;
  }

  function readConstruct(
    kind: ConstructKind,
    construct: ConstructValue,
    properties: ObjectValue,
    context: CarrierContext,
  ): readonly Detection[] {
    const role: Role = { key: construct.identity, takes: "1.1", ...providerOf(construct.callee) };
    switch (kind) {
      case "role-of-blocks":
        return policyOfBlocks(properties, library.blockKeys, context, {
          ...role,
          ...roleFacts(properties, blockRoleKeys),
        });
      case "role-of-text":
        return detectPolicy(memberOf(properties, "policy"), context, {
          ...role,
          ...roleFacts(properties, textRoleKeys),
        });
      case "assignment":
        return withRoles((roleOf) => grantsOf(properties, constructAssignmentNames, roleOf), context);
      case "agency":
        return withRoles(
          (roleOf) => agencyGrants(properties, library.agencyNames, construct.identity, roleOf),
          context,
        );
    }
  }

  function readIdentityPolicy(
    resource: string | undefined,
    construct: ConstructValue,
    properties: ObjectValue,
    context: CarrierContext,
  ): readonly Detection[] {
    const carried = identityResources[resource ?? ""];
    const role = { key: construct.identity, ...providerOf(construct.callee) };
    return carried ? policyOfResource(carried, properties, context, role, camelCase) : [];
  }

  /** Detects the roles that the grants refer to, too: their constructs may be in other files. */
  function withRoles(
    readGrants: (roleOf: (value: Value | undefined) => RoleReference) => readonly DetectedGrant[],
    context: CarrierContext,
  ): readonly Detection[] {
    const roles = new Set<ConstructValue>();
    const grants = readGrants((value) => {
      const role = constructOf(value);
      const kind = role && kindOf(role);
      // An assignment or agency that refers to itself is not a role.
      if (!role || kind === "assignment" || kind === "agency") {
        return systemRoleNamed(value);
      }
      roles.add(role);
      return { key: role.identity };
    });
    return [...[...roles].flatMap((role) => carrier(role, context)), ...grants];
  }
}

/** `policyDocument`, as generated classes name the property `policy_document`. */
function camelCase(property: string): string {
  return property.replace(/_(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function unknownObject(range: Range): ObjectValue {
  return lazyObject(range, () => ({ members: [], isComplete: false }));
}

/** The construct of `role.id`, or of `role.name`, which agencies refer to. */
function constructOf(value: Value | undefined): ConstructValue | undefined {
  return value?.kind === "unknown" ? value.construct : undefined;
}

/**
 * The cloud of a provider, whose classes make roles of that cloud only; empty for clouds of the same stack that have no
 * catalogue here, such as FlexibleEngine.
 */
function providerOf({ module = "" }: Callee): Pick<Role, "cloud" | "isOurs"> {
  if (module.includes("opentelekomcloud")) {
    return { cloud: "otc", isOurs: true };
  }
  return module.includes("huaweicloud") ? { cloud: "huaweicloud", isOurs: true } : {};
}
