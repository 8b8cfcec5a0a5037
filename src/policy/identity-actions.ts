/** An action of version 5.0, as the clouds' authorization schema describes it. */
export interface IdentityAction {
  /** In the documented spelling. */
  readonly name: string;
  /**
   * The names that version 1.1 has for it, which an identity policy takes too, and among them its own if that has not
   * changed; empty if there is none, `undefined` if nothing was read of it.
   */
  readonly aliases?: readonly string[];
}

/** The known actions of version 5.0. All names are compared without case. */
export class IdentityActions {
  readonly #byName: ReadonlyMap<string, IdentityAction>;
  readonly #byAlias: ReadonlyMap<string, readonly IdentityAction[]>;
  readonly #byService: ReadonlyMap<string, readonly IdentityAction[]>;

  constructor(actions: readonly IdentityAction[]) {
    this.#byName = new Map(actions.map((action) => [action.name.toLowerCase(), action]));
    this.#byService = grouped(actions, ({ name }) => [name.slice(0, name.indexOf(":"))]);
    this.#byAlias = grouped(actions, ({ aliases = [] }) => aliases);
  }

  /** @param text in lower case */
  action(text: string): IdentityAction | undefined {
    return this.#byName.get(text);
  }

  /**
   * The actions that a name of version 1.1 stands for.
   *
   * @param text in lower case
   */
  withAlias(text: string): readonly IdentityAction[] {
    return this.#byAlias.get(text) ?? [];
  }

  /** @param service in lower case */
  ofService(service: string): readonly IdentityAction[] {
    return this.#byService.get(service) ?? [];
  }
}

function grouped(
  actions: readonly IdentityAction[],
  keysOf: (action: IdentityAction) => readonly string[],
): ReadonlyMap<string, readonly IdentityAction[]> {
  const groups = new Map<string, IdentityAction[]>();
  for (const action of actions) {
    for (const key of keysOf(action).map((text) => text.toLowerCase())) {
      groups.set(key, [...(groups.get(key) ?? []), action]);
    }
  }
  return groups;
}

/** Actions of one resource type, each with its aliases. */
function ofType(type: string, operations: Readonly<Record<string, readonly string[] | undefined>>): IdentityAction[] {
  return Object.entries(operations).map(([operation, aliases]) => ({
    name: `${type}:${operation}`,
    ...(aliases === undefined ? {} : { aliases }),
  }));
}

/**
 * The actions of version 5.0 that pages were read of (facts.md#names-that-version-5-changed). A schema of a cloud's
 * actions has the same fields, so that its entries may take their place.
 */
export const identityActions = new IdentityActions([
  ...ofType("dbss:", { listRdsDb: undefined }),
  ...ofType("dcaas:directConnect", {
    create: ["dcaas:directConnect:create"],
    createHostedDirectConnect: ["dcaas:directConnect:create"],
  }),
  ...ofType("dcaas:vgw", { create: undefined }),
  ...ofType("dli:", { listTags: undefined }),
  ...ofType("ecs:cloudServers", {
    createServers: ["ecs:cloudServers:create"],
    deleteServers: ["ecs:cloudServers:delete"],
    listServersDetails: ["ecs:cloudServers:list"],
    showServer: ["ecs:cloudServers:get"],
    showServerGroup: ["ecs:cloudServers:get"],
  }),
  ...ofType("eip:publicIps", {
    create: ["vpc:publicIps:create"],
    get: ["vpc:publicIps:get"],
    list: ["vpc:publicIps:list"],
    update: ["vpc:publicIps:update"],
    delete: ["vpc:publicIps:delete"],
    associateInstance: ["vpc:publicIps:update"],
    disassociateInstance: ["vpc:publicIps:update"],
    createTags: ["vpc:publicipTags:create"],
    listTags: ["vpc:publicipTags:get"],
    deleteTags: ["vpc:publicipTags:delete"],
  }),
  ...ofType("eip:publicipPools", { list: [] }),
  ...ofType("evs:", { enableEncryptionByDefault: undefined }),
  ...ofType("iam:", {
    listAccessKeys: ["iam:credentials:listCredentials"],
    createAccessKey: ["iam:credentials:createCredential"],
    getAccessKey: ["iam:credentials:getCredential"],
  }),
  ...ofType("iam:agencies", { attachPolicyV5: [] }),
  ...ofType("iam:identityProviders", { listMappings: ["iam:identityProviders:listMappings"] }),
  ...ofType("iam:policies", { createV5: [] }),
  ...ofType("iam:users", { attachPolicyV5: [] }),
  ...ofType("obs:bucket", { listAllMyBuckets: undefined }),
  ...ofType("obs:object", { getObject: undefined }),
  ...ofType("rds:instance", {
    updateParameter: ["rds:param:modify"],
    getParameter: ["rds:param:list"],
    listAll: ["rds:instance:list"],
    getErrorLogs: ["rds:log:list"],
    getSlowLogs: ["rds:log:list"],
  }),
  ...ofType("sts:", { decodeAuthorizationMessage: undefined, setSourceIdentity: undefined }),
  ...ofType("sts:agencies", { assume: undefined }),
  ...ofType("ucs:addons", { delete: undefined }),
  ...ofType("ucs:clustergroups", { createFleet: undefined }),
  ...ofType("ucs:clusters", { createCluster: undefined }),
]);
