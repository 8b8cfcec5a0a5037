import type { Tables } from "../catalog/catalog.js";
import type { Cloud } from "../catalog/format.js";
import type { AccessLevel, IdentityAction, IdentityFile } from "../catalog/identity-format.js";
import { identityService } from "../catalog/identity.js";
import type { ActionPattern } from "../policy/pattern.js";
import { addressOf } from "./facts.js";

/** What a source says of an action of identity policies (version 5.0). The shape is printed, as those of `facts.ts` are. */
export interface IdentityFacts {
  readonly name: string;
  /** `null` of a name that only Huawei Cloud's guides mention, which hold for every cloud. */
  readonly cloud: Cloud | null;
  readonly service: string;
  /** `null` if the source does not say. */
  readonly accessLevel: AccessLevel | null;
  /** The names that version 1.1 has for it, its own among them if that has not changed; `null` if no source says. */
  readonly aliases: readonly string[] | null;
  /** The types of its resources; `null` if the source does not list any of the service. */
  readonly resources: readonly ResourceNeed[] | null;
  readonly conditionKeys: readonly string[];
  /** The operations of the API that need it. */
  readonly operations: readonly string[];
  /** What these operations need as well. */
  readonly dependencies: readonly string[];
  /** The addresses of the pages. */
  readonly sources: readonly string[];
}

export interface ResourceNeed {
  readonly type: string;
  readonly required: boolean;
}

/** What some clouds say of the actions of version 5.0 that a pattern matches. */
export function identityFacts(
  tables: Tables,
  pattern: ActionPattern,
  clouds: readonly Cloud[],
): readonly IdentityFacts[] {
  const known = tables.catalogOf(clouds.length === 1 ? clouds[0] : undefined).identity;
  return known.matching(pattern).flatMap(({ name, aliases = null }) => {
    const [service = ""] = name.toLowerCase().split(":");
    const inFiles = clouds.flatMap((cloud): IdentityFacts[] => {
      const found = identityService(cloud, service);
      const action = found?.actions.get(name.toLowerCase());
      const ofCloud = tables.catalogOf(cloud).identity.action(name.toLowerCase())?.aliases ?? null;
      return found && action ? [{ cloud, service, aliases: ofCloud, ...factsIn(found.file, action) }] : [];
    });
    return inFiles.length > 0 ? inFiles : [{ ...mentioned, name, service, aliases }];
  });
}

const mentioned = {
  ...{ cloud: null, accessLevel: null, resources: null },
  ...{ conditionKeys: [], operations: [], dependencies: [], sources: [] },
};

function factsIn(file: IdentityFile, action: IdentityAction): Omit<IdentityFacts, "cloud" | "service" | "aliases"> {
  const resources = action.resources ?? [];
  const keys = [...(action.conditionKeys ?? []), ...resources.flatMap(({ conditionKeys = [] }) => conditionKeys)];
  const operations = file.operations.filter((operation) => operation.action === action.name);
  return {
    name: action.name,
    accessLevel: action.accessLevel ?? null,
    resources: file.resources.length === 0 ? null : resources.map(({ type, required = false }) => ({ type, required })),
    conditionKeys: [...new Set(keys)],
    operations: operations.map(({ id }) => id),
    dependencies: [...new Set(operations.flatMap(({ dependencies = [] }) => dependencies))],
    sources: file.sources.map(addressOf),
  };
}
