import { about, allowing, policyOf, under, type OfficialFact } from "./fact.js";

const source = "usermanual-iam5/iam_01_1234.html";

const object = (path: string) => about(`obs:*:*:object:home/${path}/*`);
const owner = (value: string) => under({ StringEquals: { "g:ResourceTag/owner": value } });

/** Of sections on policy variables. */
export const variableFacts: readonly OfficialFact[] = [
  {
    fact: "a variable in a resource names a key, in any case",
    source,
    defect: object("${[[g:UserNmae]]}"),
    rule: "valid-resource",
    says: 'Did you mean "g:UserName"?',
    twins: [object("${g:UserName}"), object("${G:username}")],
  },
  {
    fact: "and so does one in a condition",
    source,
    defect: owner("${[[g:UserNmae]]}"),
    rule: "valid-condition",
    says: "Did you mean",
    twins: [owner("${g:UserName}"), owner("x-${g:PrincipalTag/team}-y")],
  },
  {
    fact: "nowhere else is it one",
    source,
    defect: allowing(["obs:object:getObject", "ecs:[[${g:UserName}]]:list"]),
    rule: "no-unknown-action",
    says: "stays as it is here",
    twins: [
      policyOf({ Effect: "Allow", Action: ["obs:object:getObject"], Resource: ["obs:*:*:object:a/${g:UserName}"] }),
    ],
  },
  {
    fact: "a default stands in single quotes, with blanks around or without",
    source,
    defect: owner("[[${g:UserName, nobody}]]"),
    rule: "valid-condition",
    says: "must be in single quotes",
    twins: [owner("${g:UserName, 'nobody'}"), owner("${ g:UserName , '' }")],
  },
  {
    fact: "a single quote in it is doubled",
    source,
    defect: object("[[${g:UserName, 'it's'}]]"),
    rule: "valid-resource",
    says: "must be in single quotes",
    twins: [object("${g:UserName, 'it''s'}")],
  },
  {
    fact: "a key with several values makes the statement match nothing, without a default",
    source,
    defect: owner("[[${g:CalledVia}]]"),
    rule: "valid-condition",
    says: "has several values",
    twins: [owner("${g:CalledVia, 'none'}")],
  },
  {
    fact: "and in a resource",
    source,
    defect: object("[[${g:TagKeys}]]"),
    rule: "valid-resource",
    says: "has several values",
    twins: [object("${g:TagKeys, 'none'}"), object("${*}${?}${$}")],
  },
];
