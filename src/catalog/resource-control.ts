/**
 * The services whose actions a Resource may limit (facts: policy-language 1.8, from Huawei Cloud's list of services
 * with resource-level control and, for ECS, from its page on resource-level authorization). A policy that has a
 * Resource for any other service is refused, so that nobody should be advised to write one.
 */
const services = new Set([
  ...["dli", "dms", "dws", "ecs", "functiongraph", "ges", "ief", "iotda", "kms", "obs", "octopus"],
]);

/** Whether a statement about a service may have a Resource. */
export function takesResource(service: string): boolean {
  return services.has(service);
}
