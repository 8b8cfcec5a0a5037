import type { GrantScope } from "../policy/grant-site.js";
import { memberOf } from "../policy/members.js";
import type { ConstructValue, ObjectValue, Value } from "../policy/value.js";
import { isUnset } from "./assignment.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { policyOfActions, policyOfStatement } from "./policy-fragments.js";
import type { FunctionSource, PolicySource } from "./policy-source.js";
import { detectPolicy } from "./policy-value.js";

/**
 * Functions, classes, properties and variables of user code that hold policies or parts of policies, as listed in the
 * setting `policySources`. The setting is proof enough that a policy belongs to one of our clouds.
 */
export const policySources: Carrier = (candidate, context) =>
  context.policySources.flatMap((source) => {
    switch (candidate.kind) {
      case "construct":
        return "function" in source && isCalled(source, candidate) ? detectInCall(source, candidate, context) : [];
      case "object": {
        const value = "property" in source ? memberOf(candidate, source.property) : undefined;
        return value ? detectIn(source, [value], [candidate], candidate, context) : [];
      }
      case "named": {
        const name = "variable" in source ? source.variable : "property" in source ? source.property : undefined;
        return name === candidate.name ? detectIn(source, [candidate.value], [], candidate, context) : [];
      }
      default:
        return [];
    }
  });

function isCalled({ function: name, module }: FunctionSource, { callee }: ConstructValue): boolean {
  return (
    callee.path.at(-1) === name &&
    (module === undefined || (callee.module !== undefined && matchesModule(callee.module, module)))
  );
}

/**
 * Whether an import refers to a module. Relative paths to the same module differ between files, so only the rest of the
 * path is compared.
 */
function matchesModule(imported: string, module: string): boolean {
  const [path, wanted] = [bareModulePath(imported), bareModulePath(module)];
  if (imported.startsWith(".") !== module.startsWith(".")) {
    return false;
  }
  return path === wanted || (module.startsWith(".") ? path.endsWith(`/${wanted}`) : path.startsWith(`${wanted}/`));
}

function bareModulePath(module: string): string {
  return module.replace(/^(?:\.{1,2}\/)+/u, "").replace(/(?:\/index)?\.[cm]?[jt]sx?$|\/index$/u, "");
}

function detectInCall(source: FunctionSource, call: ConstructValue, context: CarrierContext): readonly Detection[] {
  const { argument, holds } = source;
  const takesAllArguments = holds === "actions" && argument === undefined;
  const values = takesAllArguments ? call.arguments : call.arguments.slice(argument ?? 0, (argument ?? 0) + 1);
  const grantObjects = call.arguments.filter((value) => value.kind === "object");
  return detectIn(source, values, grantObjects, call.identity, context);
}

/**
 * @param values the arguments or values that hold the policy or a part of one
 * @param grantObjects the objects whose properties say where the policy is granted
 * @param key the role of the policy, one for each call or object
 */
function detectIn(
  source: PolicySource,
  values: readonly Value[],
  grantObjects: readonly ObjectValue[],
  key: object,
  context: CarrierContext,
): readonly Detection[] {
  const policies = policiesIn(source, values, key, context);
  const grants = grantObjects.flatMap((object) => [
    ...grantBy(source.enterpriseProject, "enterprise-project", object, key),
    ...grantBy(source.iamProject, "iam-project", object, key),
  ]);
  return policies.length === 0 ? [] : [...policies, ...grants];
}

function policiesIn(
  { holds }: PolicySource,
  values: readonly Value[],
  key: object,
  context: CarrierContext,
): readonly Detection[] {
  switch (holds) {
    case "actions":
      return policyOfActions(values, context, key);
    case "statement":
      return values.flatMap((value) => policyOfStatement(value, context, key));
    default:
      // User code may add the missing parts of the policy.
      return values.flatMap((value) => detectPolicy(value, context, { key, isVerbatim: false }));
  }
}

function grantBy(name: string | undefined, scope: GrantScope, object: ObjectValue, key: object): readonly Detection[] {
  const member = object.members.findLast((candidate) => candidate.key === name);
  return member && !isUnset(member.value)
    ? [{ kind: "grant", role: { key }, site: { scope, range: member.range } }]
    : [];
}
