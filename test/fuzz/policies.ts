import fc from "fast-check";
import { writtenActions } from "./actions.js";
import { object, type JsonEntry, type JsonObject, type JsonTree } from "./json-tree.js";

/** One of the members, or none; with what is most usual first, at which a failure is shrunk. */
export function member(key: string, values: fc.Arbitrary<JsonTree>, share = 1): fc.Arbitrary<readonly JsonEntry[]> {
  return fc.tuple(fc.nat(99), values).map(([draw, value]) => (draw < share * 100 ? [[key, value] as const] : []));
}

export function objectWith(...members: readonly fc.Arbitrary<readonly JsonEntry[]>[]): fc.Arbitrary<JsonObject> {
  return fc.tuple(...members).map((entries) => object(...entries.flat()));
}

/** Mostly the first, which is right, and sometimes one of the others. */
export function mostly(right: fc.Arbitrary<JsonTree>, ...others: readonly JsonTree[]): fc.Arbitrary<JsonTree> {
  return fc.oneof({ weight: 19, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const actionList = fc.oneof(
  { weight: 15, arbitrary: fc.array(writtenActions, { minLength: 1, maxLength: 7 }) },
  { weight: 1, arbitrary: writtenActions },
  { weight: 1, arbitrary: fc.constantFrom<JsonTree>([], null, 3, object(), [3, null, "ims:images:list"]) },
);

export const effect = mostly(
  fc.constantFrom("Allow", "Allow", "Allow", "Deny"),
  "allow",
  " Deny",
  "Permit",
  true,
  null,
);

const uri = fc.constantFrom(
  ...["*", "obs:*:*:bucket:*", "obs:*:*:bucket:photos", "obs:*:*:object:photos/*", "OBS:*:*:bucket:photos*"],
  ...["ecs:*:*:instance:6c0a5a4e-3f0a-4a3c-9a67-7d5f1d1e2b3c", "obs:eu-de:*:bucket:a", "obs:*:*:buckt:a", "obs:*"],
  ...["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c", "obs:*:*:bucket:${name}", "", " obs:*:*:bucket:a"],
  ...["my-bucket/*", "rds:instance:*", 'obs:*:*:bu"ck\\et', "/iam/agencies/a'b", "urn:fss:a`b:x:function:*"],
);

const resource = mostly(
  fc.oneof(
    fc.array(uri, { maxLength: 3 }),
    fc.constant(object(["uri", ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c"]])),
  ),
  ...["*", null, 7, object(), [7]],
);

const operator = fc.constantFrom(
  ...["StringEquals", "StringLike", "StringMatch", "StringStartWith", "Bool", "NumberEquals", "DateLessThan"],
  ...["IpAddress", "Null", "StringEqualsIfExists", "StringEndWithIfExsits", "ForAnyValue:StringEquals", "stringequals"],
  ...["constructor", "toString", "String'Equals", "ForAllValues:"],
);

const conditionKey = fc.constantFrom(
  ...["g:UserName", "g:MFAPresent", "g:CurrentTime", "g:SourceIp", "obs:prefix", "g:MFAAge", "g:Usrname"],
  ...["g:EnterpriseProjectId", "g:ResourceTag/team", ""],
  ...['g:ResourceTags/"😀\\', "username", "g:userName ", "__proto__x", "obs:x\u2028"],
);

export const conditionValues = mostly(
  fc.array(fc.constantFrom("true", "a", "test*", "10.0.0.0/8", "2026-01-01T00:00:00Z", "3", ""), { maxLength: 3 }),
  ...["true", true, 3, null, [true, 3]],
);

const condition = mostly(
  fc
    .array(fc.tuple(operator, fc.array(fc.tuple(conditionKey, conditionValues), { maxLength: 2 })), { maxLength: 2 })
    .map((operators) => object(...operators.map(([name, keys]) => [name, object(...keys)] as const))),
  ...[null, "", []],
);

/** A key of nobody's, or one that may be there already. */
const strayMember = fc.constantFrom<JsonEntry>(
  ["Sid", "a"],
  ["Efect", "Deny"],
  ["Effect", "Allow"],
  ["Action", ["ims:*:*"]],
);

export const statements: fc.Arbitrary<JsonObject> = objectWith(
  member("Effect", effect, 0.97),
  member("Action", actionList, 0.93),
  member("NotAction", actionList, 0.05),
  member("Resource", resource, 0.25),
  member("Condition", condition, 0.2),
  fc.tuple(fc.nat(29), strayMember).map(([draw, stray]) => (draw === 0 ? [stray] : [])),
);

const version = mostly(fc.constant("1.1"), "1.0", "5.0", " 1.1", "1.2", 1.1);

/** Policies as people write them: most parts are right, and each of them may have one of the known mistakes. */
export const policies: fc.Arbitrary<JsonObject> = objectWith(
  member("Version", version, 0.95),
  member("Statement", mostly(fc.array(statements, { minLength: 1, maxLength: 4 }), [], null, "x", [3]), 0.98),
  member("Depends", fc.constant([]), 0.03),
);
