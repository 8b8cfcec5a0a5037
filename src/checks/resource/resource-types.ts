/** The resources of a service that a custom policy can name, as the service documents them. */
export interface ResourceService {
  /** In the documented spelling; compared without case, as the clouds' own examples differ in it. */
  readonly types: readonly string[];
  /** Whether the service says that these are all. */
  readonly isComplete?: true;
}

/**
 * The services that take resources of their own in a policy of version 1.1, with their resource types. Where no page is
 * named, they are on IAM's list of services with resource-level authorization (HIAM:resgran; facts: policy-language 1.8);
 * W:usermanual-coc/coc_um_01_06 names the instances of BMS, ECS, GaussDB and RDS.
 */
const services: { readonly [service: string]: ResourceService } = {
  bms: { types: ["instance"] },
  // W:usermanual-coc/coc_um_01_06.
  coc: { types: ["document", "application", "resourceView", "schedule", "job"] },
  // W:usermanual-dcs/dcs_03_0001.
  dcs: { types: ["instance"] },
  // document-database-service umn/source/permissions_management/creating_a_custom_policy.rst, its last example.
  dds: { types: ["instanceName"] },
  // data-lake-insight using_iam_roles_or_policies_to_grant_access_to_dli.rst, the table of resources.
  dli: {
    types: [
      ...["catalog", "column", "database", "datasourceauth", "edsconnections", "elasticresourcepool", "group", "jobs"],
      ...["queue", "resource", "sqldefendrule", "table", "variable"],
    ],
  },
  // W:usermanual-kafka/kafka_ug_0032; the pages of RabbitMQ and RocketMQ say the same of theirs.
  dms: { types: ["kafka", "rabbitmq", "rocketmq"] },
  dws: { types: ["cluster"] },
  // huaweicloudDocs/ecs, resource-level authorization (facts: HECS:res).
  ecs: { types: ["instance"] },
  // W:usermanual-functiongraph/functiongraph_01_0406.
  functiongraph: { types: ["function", "trigger"] },
  gaussdb: { types: ["instance"] },
  // huaweicloudDocs/ges, custom policies: the last one stands in an example only.
  ges: { types: ["graphName", "backupName", "metadataName"] },
  ief: {
    types: ["product", "node", "group", "deployment", "batchjob", "application", "appVersion", "IEFInstance"],
  },
  // W:usermanual-iothub/iot_01_0233.
  iotda: { types: ["instance", "app"] },
  kms: { types: ["KeyId"] },
  // W:usermanual-obs/obs_03_0154.
  obs: { types: ["bucket", "object"], isComplete: true },
  octopus: { types: ["dataset", "replay"] },
  // W:tg-ccm/ccm_03_0026, W:usermanual-ccm/ccm_03_0006.
  pca: { types: ["ca"] },
  rds: { types: ["instance"] },
  scm: { types: ["cert"] },
  // W:usermanual2-swr/swr_02_0405.
  swr: { types: ["repository", "instance", "chart"] },
};

/**
 * Services whose actions may be limited to resources under another service's name: COC operates the instances of others
 * (W:usermanual-coc/coc_um_01_06), and of the other two pairs the one is sold as a part of the other,
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
