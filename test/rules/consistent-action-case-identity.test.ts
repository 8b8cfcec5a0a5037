import rule from "../../rules/consistent-action-case.js";
import { identityHosts, testPolicies } from "../hosts-table.js";
import { allow } from "../policies.js";

function allowInIdentityPolicy(...actions: readonly string[]): string {
  return allow(...actions).replace('"1.1"', '"5.0"');
}

function miscased(written: string, name: string, verb = "is documented as") {
  return {
    policy: allowInIdentityPolicy(`[[${written}]]`),
    errors: [
      {
        message: `"${written}" ${verb} "${name}" in identity policies (5.0). Use that spelling so that searches find it.`,
      },
    ],
    fixed: [written, name] as const,
  };
}

testPolicies(
  "consistent-action-case: version 5.0",
  rule,
  {
    valid: [
      {
        policy: allowInIdentityPolicy("iam::listAccessKeys", "eip:publicIps:*", "ecs:cloudServers:show*", "*", "obs:*"),
      },
      // Of most actions, no page was read, and the tables of version 1.1 are not those of version 5.0.
      { policy: allowInIdentityPolicy("IMS:Images:List", "IdentityCenter:instance:list", "toy:Boxes:open") },
      // Names of version 1.1, which it takes.
      { policy: allowInIdentityPolicy("vpc:publicIps:create", "rds:param:modify", "iam:credentials:createCredential") },
      // What stands for one letter, and patterns over spellings that differ.
      { policy: allowInIdentityPolicy("EIP:publicips:lis?", "E*:publicips:list", "VPC:publicip*:get") },
    ],
    invalid: [
      miscased("EIP:publicips:List", "eip:publicIps:list"),
      miscased("IAM::listaccesskeys", "iam::listAccessKeys"),
      miscased("obs:bucket:ListAllMyBuckets", "obs:bucket:listAllMyBuckets"),
      miscased("vpc:publicips:create", "vpc:publicIps:create"),
      miscased("ecs:CloudServers:*", "ecs:cloudServers:*", "covers actions documented as"),
    ],
  },
  identityHosts,
);
