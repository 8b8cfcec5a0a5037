import type { ObjectValue, Value } from "../policy/value.js";

export interface Resource {
  readonly type: string;
  /** `<type>.<name>`, which other resources refer to it by; of an instance, `<type>.<name>["<key>"]`. */
  readonly address: string;
  readonly body: ObjectValue;
}

/**
 * The resources of a Terraform file in JSON syntax. Wherever an object is allowed, a list of objects is allowed too
 * (developer.hashicorp.com/terraform/language/syntax/json, "Nested Block Mapping").
 *
 * @param resources the value of `resource` in the file
 * @param isWanted whether resources of a type are needed; others are not read
 */
export function resourcesIn(resources: Value | undefined, isWanted: (type: string) => boolean): readonly Resource[] {
  return objectsIn(resources)
    .flatMap(({ members }) => members)
    .filter(({ key }) => isWanted(key))
    .flatMap(({ key: type, value: byName }) =>
      objectsIn(byName)
        .flatMap(({ members }) => members)
        .flatMap(({ key: name, value }) =>
          objectsIn(value).map((body) => ({ type, address: `${type}.${name}`, body })),
        ),
    );
}

/** The blocks of a value: a single object, or the objects of a list. */
export function objectsIn(value: Value | undefined): readonly ObjectValue[] {
  const values = value?.kind === "array" ? value.elements : [value];
  return values.filter((element) => element?.kind === "object");
}
