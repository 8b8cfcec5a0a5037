import { hosts } from "./hosts-table.js";

type Host = (typeof hosts)[number];

/** Where a policy of version 5.0 may stand: a body of a role takes another version. */
export const identityHosts: readonly Host[] = hosts.filter(({ name }) => !name.startsWith("API body"));

/** Writes a policy whose variables, such as `${g:UserName}`, are none of the file's language. */
export function writeVerbatim({ name, write }: Pick<Host, "name" | "write">, policy: string): string {
  const written = write(policy);
  if (name === "template literal") {
    return written.replaceAll("${", () => "\\${");
  }
  return /^(?:HCL object|jsonencode)/u.test(name) ? written.replaceAll("${", () => "$${") : written;
}

/** A resource of Huawei Cloud's provider with the property that holds its policy. */
const resources = {
  identity: ["huaweicloud_identityv5_policy", "policy_document"],
  trust: ["huaweicloud_identity_trust_agency", "trust_policy"],
  "service-control": ["huaweicloud_organizations_policy", "content"],
  "permission-set": ["huaweicloud_identitycenter_custom_policy_attachment", "custom_policy"],
  endpoint: ["huaweicloud_vpcep_endpoint", "policy_document"],
} as const;

/** The ways of writing a policy in a carrier that tells its kind. */
export function carriersOf(kind: keyof typeof resources): readonly Host[] {
  const [type, property] = resources[kind];
  const [className, key] = [camelCase(type.replace("huaweicloud", "")), camelCase(property)];
  return [
    {
      ...hostNamed("JSON"),
      name: `tf.json, ${kind}`,
      write: (policy) => `{ "resource": { "${type}": { "a": { "${property}": ${JSON.stringify(policy)} } } } }`,
    },
    {
      ...hostNamed("as const"),
      name: `CDKTF, ${kind}`,
      write: (policy) =>
        `import { ${className} } from "@cdktf/provider-huaweicloud/lib/x";\nnew ${className}(this, "a", { ${key}: JSON.stringify(${policy}) });`,
    },
    {
      ...hostNamed("jsonencode"),
      name: `jsonencode, ${kind}`,
      write: (policy) => `resource "${type}" "a" {\n  ${property} = jsonencode(${policy})\n}\n`,
    },
    {
      ...hostNamed("heredoc"),
      name: `heredoc, ${kind}`,
      write: (policy) =>
        `resource "${type}" "a" {\n  ${property} = <<EOT\n${policy.replace(/[$%](?=\{)/gu, "$&$&")}\nEOT\n}\n`,
    },
  ];
}

function hostNamed(name: string): Host {
  const host = hosts.find((known) => known.name === name);
  if (!host) {
    throw new Error(`No host "${name}".`);
  }
  return host;
}

function camelCase(name: string): string {
  return name.replace(/_(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase());
}
