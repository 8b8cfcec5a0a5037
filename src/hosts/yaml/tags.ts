import type { Value } from "../../policy/value.js";

/** What the value of a tag must be. `!` alone is the first of them to the parser. */
const kinds: Readonly<Record<string, (value: Value) => boolean>> = {
  str: ({ kind }) => kind === "string",
  map: ({ kind }) => kind === "object",
  seq: ({ kind }) => kind === "array",
  null: (value) => value.kind === "scalar" && value.value === null,
  bool: (value) => value.kind === "scalar" && typeof value.value === "boolean",
  int: (value) => value.kind === "scalar" && Number.isInteger(value.value),
  float: (value) => value.kind === "scalar" && typeof value.value === "number",
};

const prefix = "tag:yaml.org,2002:";

/** Whether a tag leaves a value as it is: those of YAML itself do if they fit, others may make anything of it. */
export function isOfTag(value: Value, tag: string): boolean {
  const name = tag.startsWith(prefix) ? tag.slice(prefix.length) : "";
  return Object.hasOwn(kinds, name) && kinds[name]?.(value) === true;
}

/** Whether a tag makes a text of whatever is written. */
export function isTextTag(tag: string | undefined): boolean {
  return tag === `${prefix}str`;
}
