import type { GrantScope } from "../policy/grant-site.js";
import { memberOf, type ConstructValue, type ObjectValue, type Value } from "../policy/value.js";
import { isUnset } from "./assignment.js";
import type { Carrier, CarrierContext, Finding } from "./carrier.js";
import type { OwnCarrier, OwnFunction, OwnProperty } from "./own-carrier.js";
import { certainPolicy } from "./policy-value.js";

/**
 * What the user's own code carries policies in, as the setting `carriers` names it: an argument of a function, a
 * property of an object. The user says that it is a policy of ours, so it is one without further evidence.
 */
export const ownCarriers: Carrier = (candidate, context) => {
  switch (candidate.kind) {
    case "construct":
      return context.ownCarriers
        .filter((own) => "function" in own)
        .filter((own) => isCalled(own, candidate))
        .flatMap((own) => policyOfCall(own, candidate, context));
    case "object":
      return context.ownCarriers
        .filter((own) => "property" in own)
        .flatMap((own) => policyOfProperty(own, candidate, context));
    default:
      return [];
  }
};

function isCalled({ function: name, module }: OwnFunction, { callee }: ConstructValue): boolean {
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

function policyOfCall(own: OwnFunction, call: ConstructValue, context: CarrierContext): readonly Finding[] {
  const holders = call.arguments.filter((argument) => argument.kind === "object");
  return policyWithGrants(own, call.arguments[own.argument ?? 0], holders, call.identity, context);
}

function policyOfProperty(own: OwnProperty, object: ObjectValue, context: CarrierContext): readonly Finding[] {
  return policyWithGrants(own, memberOf(object, own.property), [object], object, context);
}

/** @param key stands for the role that the policy is granted as: one for each call or object */
function policyWithGrants(
  own: OwnCarrier,
  policy: Value | undefined,
  holders: readonly ObjectValue[],
  key: object,
  context: CarrierContext,
): readonly Finding[] {
  // The user's code may add to the policy what it does not say.
  const documents = certainPolicy(policy, context, { key, isVerbatim: false });
  const grants = holders.flatMap((holder) => [
    ...grantBy(own.enterpriseProject, "enterprise-project", holder, key),
    ...grantBy(own.iamProject, "iam-project", holder, key),
  ]);
  return documents.length === 0 ? [] : [...documents, ...grants];
}

function grantBy(name: string | undefined, scope: GrantScope, holder: ObjectValue, key: object): readonly Finding[] {
  const member = holder.members.findLast((candidate) => candidate.key === name);
  return member && !isUnset(member.value) ? [{ kind: "grant", role: key, site: { scope, range: member.range } }] : [];
}
