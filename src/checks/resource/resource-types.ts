/** The resources of a service that a custom policy can name, as the service documents them. */
export interface ResourceService {
  /** In the documented spelling; compared without case, as the clouds' own examples differ in it. */
  readonly types: readonly string[];
  /** Whether the service says that these are all. */
  readonly isComplete?: true;
}

/**
 * The services that take resources of their own in a policy of version 1.1, with their resource types. Where no page is
 * named, they are on IAM's list of services with resource-level authorization (facts.md#services-that-take-resources);
 * the guide of COC names the instances of BMS, ECS, GaussDB and RDS (facts.md#resources-of-coc).
 */
const services: { readonly [service: string]: ResourceService } = {
  bms: { types: ["instance"] },
  // Its guide (facts.md#resources-of-coc).
  coc: { types: ["document", "application", "resourceView", "schedule", "job"] },
  // Its guide (facts.md#resources-of-dcs).
  dcs: { types: ["instance"] },
  // The last example of its guide (facts.md#resources-of-dds).
  dds: { types: ["instanceName"] },
  // The table of resources in its guide (facts.md#resources-of-dli).
  dli: {
    types: [
      ...["catalog", "column", "database", "datasourceauth", "edsconnections", "elasticresourcepool", "group", "jobs"],
      ...["queue", "resource", "sqldefendrule", "table", "variable"],
    ],
  },
  // The guide of Kafka; those of RabbitMQ and RocketMQ say the same of theirs (facts.md#resources-of-dms).
  dms: { types: ["kafka", "rabbitmq", "rocketmq"] },
  dws: { types: ["cluster"] },
  // Its page on resource-level authorization (facts.md#resources-of-ecs).
  ecs: { types: ["instance"] },
  // Its guide (facts.md#resources-of-functiongraph).
  functiongraph: { types: ["function", "trigger"] },
  gaussdb: { types: ["instance"] },
  // Its guide, the last one in an example only (facts.md#resources-of-ges).
  ges: { types: ["graphName", "backupName", "metadataName"] },
  ief: {
    types: ["product", "node", "group", "deployment", "batchjob", "application", "appVersion", "IEFInstance"],
  },
  // Its guide (facts.md#resources-of-iotda).
  iotda: { types: ["instance", "app"] },
  kms: { types: ["KeyId"] },
  // Its guide (facts.md#paths-of-buckets-and-objects).
  obs: { types: ["bucket", "object"], isComplete: true },
  octopus: { types: ["dataset", "replay"] },
  // The guides of CCM, of which it is a part, as is `scm` (facts.md#resources-of-ccm).
  pca: { types: ["ca"] },
  rds: { types: ["instance"] },
  scm: { types: ["cert"] },
  // Its guide (facts.md#resources-of-swr).
  swr: { types: ["repository", "instance", "chart"] },
};

/**
 * Services whose actions may be limited to resources under another service's name: COC operates the instances of others
 * (facts.md#instances-of-another-service), and of the other two pairs the one is sold as a part of the other,
 * which no page says of their policies: they are here so that nothing is reported.
 */
const relatives: { readonly [service: string]: readonly string[] } = {
  bms: ["ecs"],
  coc: ["bms", "ecs", "gaussdb", "rds"],
  gaussdb: ["rds"],
};

/** The names of the services that take resources. */
export const resourceServices: readonly string[] = Object.keys(services);

/**
 * The resources of a service; `undefined` for one that is not known to take any.
 *
 * @param service in lower case
 */
export function resourceService(service: string): ResourceService | undefined {
  return Object.hasOwn(services, service) ? services[service] : undefined;
}

/** Whether the actions of one service may be limited to resources of the other. */
export function mayShareResources(one: string, other: string): boolean {
  return one === other || isRelative(one, other) || isRelative(other, one);
}

function isRelative(service: string, other: string): boolean {
  return Object.hasOwn(relatives, service) && relatives[service]?.includes(other) === true;
}

/** The documented spelling of a resource type; `undefined` when it is none that is known. */
export function resourceTypeOf(service: string, type: string): string | undefined {
  return resourceService(service)?.types.find((known) => known.toLowerCase() === type.toLowerCase());
}
