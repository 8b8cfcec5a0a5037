/** The resource types of a service that custom policies can use. */
export interface ResourceService {
  /** In the documented spelling; compared without case, because the clouds' own examples vary. */
  readonly types: readonly string[];
  /** Whether the service documents this list as complete. */
  readonly isComplete?: true;
  /** The documented form of the paths of a type, with names in angle brackets. */
  readonly paths?: Readonly<Record<string, string>>;
  /**
   * Types of which each action looks at the resources of its own type, in groups: resources of one group may contain one
   * another, so that an action on one may be limited by another. In lower case.
   */
  readonly groups?: readonly (readonly string[])[];
}

/**
 * The services that support resources in version 1.1 policies, with their resource types. Unless a page is cited, the
 * source is IAM's list of services with resource-level authorization (facts.md#services-that-take-resources); the COC
 * guide documents the instances of BMS, ECS, GaussDB and RDS (facts.md#resources-of-coc).
 */
const services: { readonly [service: string]: ResourceService } = {
  bms: { types: ["instance"] },
  // COC guide (facts.md#resources-of-coc).
  coc: { types: ["document", "application", "resourceView", "schedule", "job"] },
  // DCS guide (facts.md#resources-of-dcs).
  dcs: { types: ["instance"] },
  // Last example of the DDS guide (facts.md#resources-of-dds).
  dds: { types: ["instanceName"] },
  // Resource tables of the DLI guide (facts.md#resources-of-dli).
  dli: {
    types: [
      ...["catalog", "column", "database", "datasourceauth", "edsconnections", "elasticresourcepool", "group", "jobs"],
      ...["queue", "resource", "sqldefendrule", "table", "variable"],
    ],
    // (facts.md#paths-of-dli-resources). That of `sqldefendrule` is left out, as the guide's spelling is doubtful.
    paths: {
      catalog: "catalogs.<name>",
      column: "databases.<database>.tables.<table>.columns.<column>",
      database: "databases.<name>",
      datasourceauth: "datasourceauth.<name>",
      edsconnections: "edsconnections.<id>",
      elasticresourcepool: "elasticresourcepools.<name>",
      group: "groups.<name>",
      jobs: "jobs.flink.<id>",
      queue: "queues.<name>",
      resource: "resources.<name>",
      table: "databases.<database>.tables.<table>",
      variable: "variables.<name>",
    },
    groups: [
      ["catalog", "database", "table", "column"],
      ["elasticresourcepool", "queue"],
      ["group", "resource"],
      ...["datasourceauth", "edsconnections", "jobs", "sqldefendrule", "variable"].map((type) => [type]),
    ],
  },
  // Kafka guide; those of RabbitMQ and RocketMQ match it (facts.md#resources-of-dms).
  dms: { types: ["kafka", "rabbitmq", "rocketmq"] },
  dws: { types: ["cluster"] },
  // ECS page on resource-level authorization (facts.md#resources-of-ecs).
  ecs: { types: ["instance"] },
  // FunctionGraph guide (facts.md#resources-of-functiongraph).
  functiongraph: { types: ["function", "trigger"], groups: [["function"], ["trigger"]] },
  gaussdb: { types: ["instance"] },
  // GES guide, the last one in an example only (facts.md#resources-of-ges).
  ges: { types: ["graphName", "backupName", "metadataName"] },
  ief: {
    types: ["product", "node", "group", "deployment", "batchjob", "application", "appVersion", "IEFInstance"],
  },
  // IoTDA guide (facts.md#resources-of-iotda).
  iotda: { types: ["instance", "app"] },
  kms: { types: ["KeyId"] },
  // OBS guide (facts.md#paths-of-buckets-and-objects).
  obs: { types: ["bucket", "object"], isComplete: true },
  octopus: { types: ["dataset", "replay"] },
  // CCM guides; `pca` and `scm` are parts of CCM (facts.md#resources-of-ccm).
  pca: { types: ["ca"] },
  rds: { types: ["instance"] },
  scm: { types: ["cert"] },
  // SWR guide (facts.md#resources-of-swr).
  swr: { types: ["repository", "instance", "chart"] },
};

/**
 * Services whose actions may be limited to resources of another service. COC operates instances of others
 * (facts.md#instances-of-another-service). In the other two pairs, one service is sold as part of the other; no page
 * documents their policies, so they are listed to avoid false alarms.
 */
const relatedServices: { readonly [service: string]: readonly string[] } = {
  bms: ["ecs"],
  coc: ["bms", "ecs", "gaussdb", "rds"],
  gaussdb: ["rds"],
};

/** The names of services that support resources. */
export const resourceServices: readonly string[] = Object.keys(services);

/**
 * The resource types of a service; `undefined` if it is not known to support any.
 *
 * @param service in lower case
 */
export function resourceService(service: string): ResourceService | undefined {
  return Object.hasOwn(services, service) ? services[service] : undefined;
}

/** Whether the actions of one service may be limited to resources of the other. */
export function mayShareResources(one: string, other: string): boolean {
  return one === other || isRelated(one, other) || isRelated(other, one);
}

function isRelated(service: string, other: string): boolean {
  return Object.hasOwn(relatedServices, service) && relatedServices[service]?.includes(other) === true;
}

/** The documented spelling of a resource type; `undefined` if it is unknown. */
export function resourceTypeOf(service: string, type: string): string | undefined {
  return resourceService(service)?.types.find((known) => known.toLowerCase() === type.toLowerCase());
}

/** The documented form of the path of a resource; `undefined` if there is none. */
export function pathFormOf(service: string, type: string): string | undefined {
  const { paths = {} } = resourceService(service) ?? {};
  const name = type.toLowerCase();
  return Object.hasOwn(paths, name) ? paths[name] : undefined;
}

/** The types that may limit the actions on a type; `undefined` if that is not documented. In lower case. */
export function typesLimiting(service: string, type: string): readonly string[] | undefined {
  return resourceService(service)?.groups?.find((group) => group.includes(type));
}
