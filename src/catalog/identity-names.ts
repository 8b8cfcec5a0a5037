/** An action of version 5.0 that a page names. */
export interface NamedIdentityAction {
  /** In the documented spelling. */
  readonly name: string;
  /**
   * The names that version 1.1 has for it, which an identity policy takes too, and among them its own if that has not
   * changed; empty if there is none, `undefined` if nothing was read of it.
   */
  readonly aliases?: readonly string[];
}

/** Actions of one resource type, each with its aliases. */
function ofType(
  type: string,
  operations: Readonly<Record<string, readonly string[] | undefined>>,
): NamedIdentityAction[] {
  return Object.entries(operations).map(([operation, aliases]) => ({
    name: `${type}:${operation}`,
    ...(aliases === undefined ? {} : { aliases }),
  }));
}

/**
 * The actions of version 5.0 that pages were read of, most of them of services without a file in `catalog/<cloud>/identity/`
 * (facts.md#names-that-version-5-changed). They hold in every cloud.
 */
export const namesOfPages: readonly NamedIdentityAction[] = [
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
  ...ofType("iam:agencies", {
    attachPolicyV5: [],
    createServiceLinkedAgencyV5: [],
    createV5: [],
    detachPolicyV5: [],
    getV5: [],
    listAttachedPoliciesV5: [],
    updateTrustPolicyV5: [],
    updateV5: [],
  }),
  ...ofType("iam:credentials", { createCredentialV5: [] }),
  ...ofType("iam:groups", { attachPolicyV5: [] }),
  ...ofType("iam:identityProviders", { listMappings: ["iam:identityProviders:listMappings"] }),
  ...ofType("iam:permissions", { addUserToGroupV5: [] }),
  ...ofType("iam:policies", { createV5: [], createVersionV5: [], setDefaultVersionV5: [] }),
  ...ofType("iam:users", {
    attachPolicyV5: [],
    createLoginProfileV5: [],
    showLoginProfileV5: [],
    updateLoginProfileV5: [],
  }),
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
];
