/** Puts together what several sources say of a service in identity policies (version 5.0). */
import type {
  ActionResource,
  IdentityAction,
  IdentityConditionKey,
  IdentityFile,
  IdentityOperation,
  IdentityResource,
} from "../../src/catalog/identity-format.js";
import { type PageSource, sourcePage } from "./corpus.js";
import { compare, nameKey, nameOf, serviceOf } from "./names.js";
import type { PageRow } from "./page-rows.js";

/** What one source says, of any number of services. */
export interface IdentityParts {
  readonly version?: string;
  /** Whether the source lists all actions of a service. */
  readonly isComplete: boolean;
  readonly actions: readonly IdentityAction[];
  readonly resources: readonly IdentityResource[];
  readonly conditionKeys: readonly IdentityConditionKey[];
  readonly operations: readonly IdentityOperation[];
}

export interface IdentitySource {
  readonly source: PageSource;
  readonly parts: IdentityParts;
}

/** The names for identity policies beside the actions of permission rows, if there are any. */
export function pairsIn(rows: readonly PageRow[]): IdentityParts | undefined {
  const actions = rows.flatMap(({ actions: own, identityActions = [] }) =>
    // Of several actions, nothing says which one has which name.
    identityActions.map((name) => identityAction({ name, aliases: own.length === 1 ? own.map(nameOf) : [] })),
  );
  if (actions.length === 0) return undefined;
  return { isComplete: false, actions: mergeActions(actions), resources: [], conditionKeys: [], operations: [] };
}

/** One file per cloud and service, in order. Of contradicting sources, the first counts. */
export function identityFiles(sources: readonly IdentitySource[]): readonly IdentityFile[] {
  const groups = new Map<string, IdentitySource[]>();
  for (const { source, parts } of sources) {
    for (const service of new Set(parts.actions.map(({ name }) => serviceOf(name)))) {
      const key = `${source.cloud} ${service}`;
      groups.set(key, [...(groups.get(key) ?? []), { source, parts: partsOf(service, parts) }]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([key, own]) => (own[0] ? [fileOf(key.slice(key.indexOf(" ") + 1), own[0], own)] : []));
}

/** What a source says of one of its services. */
function partsOf(service: string, parts: IdentityParts): IdentityParts {
  const isOwn = (name: string): boolean => serviceOf(name) === service;
  return {
    ...parts,
    actions: parts.actions.filter(({ name }) => isOwn(name)),
    resources: parts.resources.filter(({ urn }) => isOwn(urn)),
    conditionKeys: parts.conditionKeys.filter(({ key }) => isOwn(key)),
    operations: parts.operations.filter(({ action }) => isOwn(action)),
  };
}

function fileOf(service: string, first: IdentitySource, all: readonly IdentitySource[]): IdentityFile {
  const parts = all.map((one) => one.parts);
  const { version } = first.parts;
  const resources = unique(
    parts.flatMap((one) => one.resources),
    ({ type }) => type,
  );
  return {
    cloud: first.source.cloud,
    service,
    sources: all.map(({ source }) => sourcePage(source)),
    ...(version !== undefined && { version }),
    isComplete: parts.some(({ isComplete }) => isComplete),
    actions: mergeActions(parts.flatMap(({ actions }) => actions)).map((action) => withoutOwnUrns(action, resources)),
    resources,
    conditionKeys: unique(
      parts.flatMap((one) => one.conditionKeys),
      ({ key }) => key,
    ),
    operations: unique(
      parts.flatMap((one) => one.operations),
      ({ id }) => id,
    ),
  };
}

/** One action per name: what the rows of a merged cell, or several sources, say of it. */
export function mergeActions(actions: readonly IdentityAction[]): readonly IdentityAction[] {
  const merged = new Map<string, IdentityAction>();
  for (const action of actions) {
    const known = merged.get(nameKey(action.name));
    merged.set(nameKey(action.name), known === undefined ? action : mergeAction(known, action));
  }
  return [...merged.values()].sort((a, b) => compare(nameKey(a.name), nameKey(b.name)));
}

function mergeAction(known: IdentityAction, other: IdentityAction): IdentityAction {
  const resources = unique([...(known.resources ?? []), ...(other.resources ?? [])], ({ type, urn }) => urn ?? type);
  const aliases = unique([...(known.aliases ?? []), ...(other.aliases ?? [])], nameKey);
  const conditionKeys = unique([...(known.conditionKeys ?? []), ...(other.conditionKeys ?? [])], nameKey);
  return identityAction({ ...other, ...known, resources, aliases, conditionKeys });
}

/** An action without empty lists, its fields in the order of the format. */
export function identityAction(action: IdentityAction): IdentityAction {
  const { name, accessLevel, aliases = [], permissionOnly, resources = [], conditionKeys = [] } = action;
  return {
    name,
    ...(accessLevel !== undefined && { accessLevel }),
    ...(aliases.length > 0 && { aliases }),
    ...(permissionOnly && { permissionOnly }),
    ...(resources.length > 0 && { resources }),
    ...(conditionKeys.length > 0 && { conditionKeys }),
  };
}

/** The service's own list has the URN of its types. */
function withoutOwnUrns(action: IdentityAction, own: readonly IdentityResource[]): IdentityAction {
  const isOwn = ({ type, urn }: ActionResource): boolean => own.some((one) => one.type === type && one.urn === urn);
  return action.resources === undefined
    ? action
    : { ...action, resources: action.resources.map((resource) => (isOwn(resource) ? withoutUrn(resource) : resource)) };
}

function withoutUrn({ type, required, conditionKeys }: ActionResource): ActionResource {
  return { type, ...(required && { required }), ...(conditionKeys && { conditionKeys }) };
}

function unique<One>(all: readonly One[], keyOf: (one: One) => string): readonly One[] {
  const found = new Map<string, One>();
  for (const one of all) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}
