import { allowed, around, createPolicy, inCarrier } from "./fact.js";

/** The names and paths of identity policies. */
export const nameFacts = inCarrier("identity", { policy: around(allowed) }, [
  {
    fact: "a name has 1 to 128 characters",
    page: createPolicy,
    properties: `name = "⟦${"n".repeat(129)}⟧"`,
    policy: around(allowed),
    twin: { properties: `name = "${"n".repeat(128)}"`, policy: around(allowed) },
    says: "is not a name for an identity policy (5.0): it has 129 characters",
  },
  {
    fact: "of letters, digits and some others",
    page: createPolicy,
    properties: 'name = "⟦a b⟧"',
    policy: around(allowed),
    twin: { properties: 'name = "aZ9_+=.@-"', policy: around(allowed) },
    says: '"a b" is not a name for an identity policy (5.0)',
  },
  {
    fact: "a path has parts that end with a slash",
    page: createPolicy,
    properties: 'path = "⟦foo/bar⟧"',
    policy: around(allowed),
    twin: { properties: 'path = "foo/B.,+@=_-9/"', policy: around(allowed) },
    says: '"foo/bar" is not a path for an identity policy (5.0)',
  },
  {
    fact: "and at most 512 characters",
    page: createPolicy,
    properties: `path = "⟦${"n".repeat(512)}/⟧"`,
    policy: around(allowed),
    twin: { properties: `path = "${"n".repeat(511)}/"`, policy: around(allowed) },
    says: "is not a path for an identity policy (5.0): it has 513 characters",
  },
]);
