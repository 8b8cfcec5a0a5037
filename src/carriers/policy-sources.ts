import type { GrantScope } from "../policy/grant-site.js";
import { memberOf, type ConstructValue, type ObjectValue, type Value } from "../policy/value.js";
import { isUnset } from "./assignment.js";
import type { Carrier, CarrierContext, Detection } from "./carrier.js";
import { policyOfActions, policyOfStatement } from "./policy-fragments.js";
import type { FunctionSource, PolicySource } from "./policy-source.js";
import { certainPolicy } from "./policy-value.js";

/**
 * The user's own functions, classes, properties and variables that hold policies, or parts of policies, as the setting
 * `policySources` names them. The user says that they are ours, so they are without further evidence.
 */
export const policySources: Carrier = (candidate, context) =>
  context.policySources.flatMap((source) => {
    switch (candidate.kind) {
      case "construct":
        return "function" in source && isCalled(source, candidate) ? heldByCall(source, candidate, context) : [];
      case "object": {
        const value = "property" in source ? memberOf(candidate, source.property) : undefined;
        return value ? held(source, [value], [candidate], candidate, context) : [];
      }
      case "named": {
        const name = "variable" in source ? source.variable : "property" in source ? source.property : undefined;
        return name === candidate.name ? held(source, [candidate.value], [], candidate, context) : [];
      }
      default:
        return [];
    }
  });

function isCalled({ function: name, module }: FunctionSource, { callee }: ConstructValue): boolean {
  return (
    callee.path.at(-1) === name &&
    (module === undefined || (callee.module !== undefined && isSameModule(callee.module, module)))
  );
}

/** Whether an import means a module; the way to a module of the project differs from file to file. */
function isSameModule(imported: string, module: string): boolean {
  const [path, wanted] = [withoutWay(imported), withoutWay(module)];
  if (imported.startsWith(".") !== module.startsWith(".")) {
    return false;
  }
  return path === wanted || (module.startsWith(".") ? path.endsWith(`/${wanted}`) : path.startsWith(`${wanted}/`));
}

function withoutWay(module: string): string {
  return module.replace(/^(?:\.{1,2}\/)+/u, "").replace(/(?:\/index)?\.[cm]?[jt]sx?$|\/index$/u, "");
}

function heldByCall(source: FunctionSource, call: ConstructValue, context: CarrierContext): readonly Detection[] {
  const { argument, holds } = source;
  const isOfAll = holds === "actions" && argument === undefined;
  const values = isOfAll ? call.arguments : call.arguments.slice(argument ?? 0, (argument ?? 0) + 1);
  const holders = call.arguments.filter((value) => value.kind === "object");
  return held(source, values, holders, call.identity, context);
}

/**
 * @param values where the source has its policy or part of one
 * @param holders the objects whose properties say where it is granted
 * @param key stands for the role that the policy is granted as: one for each call or object
 */
function held(
  source: PolicySource,
  values: readonly Value[],
  holders: readonly ObjectValue[],
  key: object,
  context: CarrierContext,
): readonly Detection[] {
  const policies = policiesIn(source, values, key, context);
  const grants = holders.flatMap((holder) => [
    ...grantBy(source.enterpriseProject, "enterprise-project", holder, key),
    ...grantBy(source.iamProject, "iam-project", holder, key),
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
      // The user's code may add to the policy what it does not say.
      return values.flatMap((value) => certainPolicy(value, context, { key, isVerbatim: false }));
  }
}

function grantBy(name: string | undefined, scope: GrantScope, holder: ObjectValue, key: object): readonly Detection[] {
  const member = holder.members.findLast((candidate) => candidate.key === name);
  return member && !isUnset(member.value) ? [{ kind: "grant", role: key, site: { scope, range: member.range } }] : [];
}
