import { recognise } from "../policy/recognise.js";
import { findMember } from "../policy/members.js";
import type { ConstructValue, Member, ObjectValue } from "../policy/value.js";
import type { Carrier } from "./carrier.js";

/**
 * A variable of CDK for Terraform whose default is a policy, or a record of some: their keys are put into snake case
 * (facts.md#defaults-of-variables). The policies themselves are candidates, too.
 */
export const variableDefault: Carrier = (candidate, context) => {
  const member = candidate.kind === "construct" ? defaultOf(candidate) : undefined;
  const isPolicy = (object: ObjectValue) => recognise(object, { ...context, isCertain: false }) !== undefined;
  return member && writtenObjects(member).some(isPolicy)
    ? [{ kind: "problem", problem: { range: member.keyRange, id: "defaultRespelt" } }]
    : [];
};

/** The default of a variable, unless the program goes on to change it: an override keeps its keys. */
function defaultOf({ callee: { module = "", path }, arguments: values, updates }: ConstructValue): Member | undefined {
  const isVariable = /^cdkt[fn]$/u.test(module) && path.at(-1) === "TerraformVariable";
  const properties = isVariable && !updates.some(({ name }) => name === "addOverride") ? values[2] : undefined;
  return properties?.kind === "object" && properties.origin === undefined
    ? findMember(properties, "default")
    : undefined;
}

/**
 * The object that is written as a member, with those that are written as its own members. What a constant or a call
 * stands for may be the same object as text, which keeps its keys.
 */
function writtenObjects({ value, range }: Member): readonly ObjectValue[] {
  return value.kind === "object" && value.range[1] === range[1]
    ? [value, ...value.members.flatMap(writtenObjects)]
    : [];
}
