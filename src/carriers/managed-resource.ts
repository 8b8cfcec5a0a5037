import { computedString } from "../hosts/strings.js";
import { lazyObject } from "../hosts/values.js";
import type { Cloud } from "../policy/cloud.js";
import { isKnownText } from "../policy/placeholder.js";
import { memberOf } from "../policy/members.js";
import type { Member, ObjectValue, Value } from "../policy/value.js";
import { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";

/** A resource that a provider of Crossplane manages in a cloud. */
export interface ManagedResource {
  readonly cloud: Exclude<Cloud, "otc-swiss">;
  readonly kind: string;
  readonly object: ObjectValue;
  readonly parameters: ObjectValue;
}

/**
 * The parameters of a resource: those in `spec.forProvider`, and those in `spec.initProvider` that it leaves out.
 * References to other resources become the property that they fill in (facts.md#crossplane).
 */
export function parametersOf(resource: ObjectValue): ObjectValue | undefined {
  const spec = objectIn(resource, "spec");
  const [main, initial] = [spec && objectIn(spec, "forProvider"), spec && objectIn(spec, "initProvider")];
  const [first, second] = main ? [main, initial] : [initial, undefined];
  return (
    first &&
    lazyObject(
      first.range,
      () => {
        const members = [...first.members, ...(second ? membersBeside(second, first) : [])];
        const namespace = namespaceOf(resource);
        return {
          members: members.map((member) => withoutReference(member, namespace)),
          isComplete: first.isComplete && (second?.isComplete ?? true) && !(second && sharesList(first, second)),
        };
      },
      first,
    )
  );
}

function membersBeside({ members }: ObjectValue, first: ObjectValue): readonly Member[] {
  return members.filter(({ key }) => memberOf(first, key) === undefined);
}

/** Whether both objects have a list of the same name: Crossplane merges their elements one by one. */
function sharesList(first: ObjectValue, second: ObjectValue): boolean {
  return second.members.some(({ key, value }) => value.kind !== "string" && memberOf(first, key) !== undefined);
}

/** `roleIdRef`, `roleIdSelector`; `roleSelectorRef`, `roleSelector` in a namespace. */
const reference = /^(?<name>role|group|user|project)(?:Id(?<ref>Ref|Selector)|Selector(?<namespacedRef>Ref)?)$/u;

/** A reference to a resource by its name becomes that name, a selection by labels becomes unknown. */
function withoutReference(member: Member, namespace: string | undefined): Member {
  const { name, ref, namespacedRef } = reference.exec(member.key)?.groups ?? {};
  const { range, value } = member;
  if (name === undefined) {
    return member;
  }
  const text =
    (ref ?? namespacedRef) === "Ref" && value.kind === "object" ? referenceText(name, value, namespace) : undefined;
  return { ...member, key: `${name}Id`, value: text === undefined ? { kind: "unknown", range } : textAt(text, range) };
}

function referenceText(kind: string, target: ObjectValue, namespace: string | undefined): string | undefined {
  const ownNamespace = memberOf(target, "namespace");
  const name = knownText(memberOf(target, "name"));
  return nameIn(kind, ownNamespace ? knownText(ownNamespace) : namespace, name);
}

/**
 * Identifies a resource by its name in Kubernetes, as references do; `undefined` if a part of it is not known.
 *
 * @param kind `role`, `group` or another kind, whose names are distinct
 */
export function objectName(resource: ObjectValue, kind: string): string | undefined {
  const metadata = objectIn(resource, "metadata");
  return nameIn(kind, namespaceOf(resource), metadata && knownText(memberOf(metadata, "name")));
}

/** No id of a cloud has slashes. */
function nameIn(kind: string, namespace: string | undefined, name: string | undefined): string | undefined {
  return namespace === undefined || name === undefined ? undefined : `${kind}/${namespace}/${name}`;
}

/** The namespace of a resource, empty if it has none; `undefined` if it is not known. */
function namespaceOf(resource: ObjectValue): string | undefined {
  const metadata = objectIn(resource, "metadata");
  const namespace = metadata && memberOf(metadata, "namespace");
  return namespace ? knownText(namespace) : metadata?.isComplete === false ? undefined : "";
}

function objectIn(object: ObjectValue, key: string): ObjectValue | undefined {
  const value = memberOf(object, key);
  return value?.kind === "object" ? value : undefined;
}

function knownText(value: Value | undefined): string | undefined {
  return value?.kind === "string" && isKnownText(value) ? value.value : undefined;
}

function textAt(text: string, range: Range): Value {
  return computedString(range, MappedText.at(text, range));
}
