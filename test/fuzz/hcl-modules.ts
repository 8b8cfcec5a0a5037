import fc from "fast-check";

/** Names of providers, of words in the types of their resources, of keys, and of what resembles them. */
const providers = fc.constantFrom("huaweicloud", "opentelekomcloud", "flexibleengine", "sbercloud", "aws", "azurerm");
const types = fc.constantFrom(
  ...["identity_role", "identity_role_v3", "identity_policy", "identityv5_policy", "identity_role_assignment"],
  ...["identity_agency", "iam_role", "iam_policy", "vpc_v1", "networking_secgroup_rule_v2", "kms_key", "manifest"],
);
const keys = fc.constantFrom(
  ...["Statement", "statement", "Version", "version", "policy", "policy_document", "actions", "role", "catalog"],
  ...["display_name", "apiVersion", "kind", "spec", "forProvider", "Statements", "name", "type", "Action", "Effect"],
);
const texts = fc.constantFrom(
  ...['"1.1"', '"5.0"', '"ims:images:list"', '"ims:images:lst"', '"*:*:*"', '"Allow"', '"RoleV3"', '"Role"', '"XA"'],
  ...['"s3:GetObject"', '"10.0.0.0/8"', '"domain"', '"ims:${local.x}:get"', "var.policy", "local.policy", "true"],
  ...['"identity.opentelekomcloud.crossplane.io/v1alpha1"', '"iam.huaweicloud.crossplane.io/v1alpha1"'],
  ...['"{\\"Version\\": \\"1.1\\", \\"Statement\\": []}"', '"{\\"Version\\": \\"1.1\\", \\"State\\": []}"'],
  '<<EOT\n{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }] }\nEOT\n',
);

const { body } = fc.letrec<{ value: string; body: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    { weight: 3, arbitrary: texts },
    fc.array(tie("value"), { maxLength: 3 }).map((values) => `[\n${values.join("\n,")}\n]`),
    fc
      .array(fc.tuple(keys, tie("value")), { maxLength: 4 })
      .map((members) => `{\n${members.map(([key, member]) => `${key} = ${member}\n`).join("")}}`),
    tie("value").map((argument) => `jsonencode(${argument}\n)`),
  ),
  body: fc
    .uniqueArray(fc.tuple(keys, tie("value")), { maxLength: 4, selector: ([key]) => key })
    .map((items) => items.map(([key, item]) => `  ${key} = ${item}\n`).join("")),
}));

const blocks = fc.oneof(
  fc
    .tuple(fc.constantFrom("resource", "data"), providers, types, body)
    .map(([kind, provider, type, items]) => `${kind} "${provider}_${type}" "x" {\n${items}}\n`),
  fc
    .tuple(providers, types, body)
    .map(([provider, type, items]) => `resource "${provider}_${type}" "y" {\n  statement {\n${items}  }\n}\n`),
  body.map((items) => `locals {\n${items}}\n`),
  body.map((items) => `module "x" {\n${items}}\n`),
);

/** Files of Terraform with what policies are made of, put together in ways that make one or none. */
export const hclModules: fc.Arbitrary<string> = fc
  .array(blocks, { minLength: 1, maxLength: 3 })
  .map((written) => written.join("\n"));
