import fc from "fast-check";
import { catalogOf } from "../../src/catalog/catalog.js";
import { writtenActions } from "./actions.js";
import { object, type JsonObject, type JsonTree } from "./json-tree.js";
import { conditionValues, effect, member, mostly, objectWith } from "./policies.js";

/** Services with and without names of version 1.1, resources and keys of conditions. */
const services = ["ecs", "evs", "iam", "ims", "obs", "sts", "vpc"];

const documented = fc.constantFrom(
  ...services.flatMap((service) =>
    catalogOf(undefined)
      .identity.ofService(service)
      .map(({ name }) => name),
  ),
);

const cut = fc
  .tuple(documented, fc.nat(30), fc.constantFrom("*", "?", "", "x"))
  .map(([name, at, sign]) => name.slice(0, 1 + (at % name.length)) + sign);

/** What an author may write as an action of version 5.0. */
const identityActions: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: documented },
  { weight: 3, arbitrary: cut },
  { weight: 2, arbitrary: writtenActions },
  { weight: 1, arbitrary: fc.constantFrom("*", "*:*:*", "ims:*", "iam::*", "sts:agencies:assume", "${x}:images:get") },
);

const actionList: fc.Arbitrary<JsonTree> = fc.oneof(
  { weight: 15, arbitrary: fc.array(identityActions, { minLength: 1, maxLength: 6 }) },
  { weight: 2, arbitrary: identityActions },
  { weight: 1, arbitrary: fc.constantFrom<JsonTree>([], null, 3) },
);

const urn = fc.constantFrom(
  ...["*", "ims:*:*:image:*", "obs:*:*:bucket:photos", "ims:::image:a", "evs:*:*:volume:*", "urn:ims:*:*:image:*"],
  ...["ims:*:*:imag:*", "iam::*:agency:${iam:UserName}", "obs:*:*:buckt:a", "", "ecs:*:*:instance"],
);

const resource: fc.Arbitrary<JsonTree> = mostly(fc.array(urn, { maxLength: 3 }), "*", null, 7, object(), [7]);

const operator = fc.constantFrom(
  ...["StringEquals", "StringMatch", "StringNotEqualsIfExists", "Bool", "NumberEquals", "DateLessThan", "IpAddress"],
  ...["ForAnyValue:StringEquals", "Null", "StringLike", "stringequals", "StringEqual", "constructor"],
);

const conditionKey = fc.constantFrom(
  ...["g:UserName", "g:MFAPresent", "g:CurrentTime", "g:SourceIp", "g:RequestTag/team", "g:PrincipalTag/team"],
  ...["ecs:FlavorId", "ecs:flavorid", "obs:prefix", "g:Usrname", "aws:username", ""],
);

const condition = fc
  .array(fc.tuple(operator, fc.array(fc.tuple(conditionKey, conditionValues), { maxLength: 2 })), { maxLength: 2 })
  .map((operators) => object(...operators.map(([name, keys]) => [name, object(...keys)] as const)));

const principal = fc.constantFrom<JsonTree>(
  object(["IAM", ["0123456789abcdef0123456789abcdef"]]),
  object(["Service", ["service.ECS"]]),
  object(),
  "*",
);

const statements: fc.Arbitrary<JsonObject> = objectWith(
  member("Effect", effect, 0.97),
  member("Principal", principal, 0.1),
  member("Action", actionList, 0.93),
  member("NotAction", actionList, 0.08),
  member("Resource", resource, 0.4),
  member("NotResource", resource, 0.05),
  member("Condition", condition, 0.3),
);

/** Policies of version 5.0, like those of version 1.1. */
export const identityPolicies: fc.Arbitrary<JsonObject> = objectWith(
  member("Version", fc.constant("5.0")),
  member("Statement", fc.array(statements, { minLength: 1, maxLength: 4 })),
);
