/** A configuration that a page tells people to write, and what ESLint finds with it in `exampleFiles`. */
export interface Configuration {
  readonly page: string;
  /** The name of the block in the page. */
  readonly block: string;
  /** The file that it is written to. */
  readonly file: string;
  /** As `findingsOf` gives them, in the order of the paths. */
  readonly findings: readonly string[];
}

const list = '"Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "ims:images:updaet"] }]';

/** A small project: each kind of file with one mistake, some of which only one configuration can see. */
export const exampleFiles: Readonly<Record<string, string>> = {
  "iam/policy.json": `{ "Version": "1.1", ${list} }\n`,
  "iam/policy.jsonc": `// 🔑\n{ "Version": "1.1", ${list}, }\n`,
  "iam/policy.json5": `{ Version: "1.1", ${list}, }\n`,
  "iam/roles.tf": `locals {\n  reader = jsonencode({ "Version": "1.1", ${list} })\n}\n`,
  "iam/roles.tofu": `locals {\n  reader = <<EOT\n{ "Version": "1.1", ${list} }\nEOT\n}\n`,
  "iam/prod.tfvars": `reader = { Version = "1.1", ${list.replace('":', '" =')} }\n`,
  ".terraform/modules/iam/roles.tf": `locals {\n  reader = { "Version": "1.1", ${list} }\n}\n`,
  "iam/roles.yaml": `policy: { "Version": "1.1", ${list} }\n`,
  "iam/roles.yml": `reader: |\n  { "Version": "1.1", ${list} }\n`,
  "iam/projects/policy.json": `{ "Version": "1.1", ${list.replace("updaet", "create")} }\n`,
  "src/grant.ts": `import { grantPolicy } from "./iam.js";\ngrantPolicy({ ${list.replace('"ims:images:get", ', "")} });\n`,
  "src/policy.ts": `export const policy: object = JSON.stringify({ Version: "1.1", ${list} } as const);\n`,
  // Broken in the eyes of a rule of the JSON language itself: the same key twice.
  "settings.json": '{ "region": "eu-de", "region": "eu-nl" }\n',
  // Broken in the eyes of a rule of eslint-plugin-yml.
  "settings.yaml": "region:\n",
};

const unknownIn = (path: string) => `${path}: huaweicloud-iam/no-unknown-action at "updaet"`;
const inJson = unknownIn("iam/policy.json");
const inTerraform = ["iam/prod.tfvars", "iam/roles.tf", "iam/roles.tofu"].map(unknownIn);
const inYaml = ["iam/roles.yaml", "iam/roles.yml"].map(unknownIn);
const inTypescript = unknownIn("src/policy.ts");
const duplicateKey = 'settings.json: json/no-duplicate-keys at ""region""';

const readme = "README.md";
const terraform = "docs/terraform.md";
const setUp = "docs/set-up.md";
const yaml = "docs/yaml.md";
const mjs = "eslint.config.mjs";

export const configurations = {
  json: { page: readme, block: "json", file: mjs, findings: [inJson] },
  terraform: { page: readme, block: "terraform", file: mjs, findings: inTerraform },
  "terraform-settings": { page: terraform, block: "settings", file: mjs, findings: inTerraform },
  "terraform-javascript": { page: terraform, block: "javascript", file: mjs, findings: inTerraform },
  yaml: { page: readme, block: "yaml", file: mjs, findings: inYaml },
  "yaml-settings": { page: yaml, block: "settings", file: mjs, findings: inYaml },
  "eslint-plugin-yml": {
    page: yaml,
    block: "eslint-plugin-yml",
    file: mjs,
    findings: [...inYaml, 'settings.yaml: yml/no-empty-mapping-value at "region:"'],
  },
  typescript: { page: readme, block: "typescript", file: mjs, findings: [inJson, inTypescript] },
  settings: {
    page: readme,
    block: "settings",
    file: mjs,
    findings: [
      inJson,
      'iam/projects/policy.json: huaweicloud-iam/require-enterprise-project-support at "ims:images:create"',
    ],
  },
  policySources: {
    page: readme,
    block: "policySources",
    file: mjs,
    findings: [unknownIn("src/grant.ts"), inTypescript],
  },
  jsonc: {
    page: setUp,
    block: "jsonc",
    file: mjs,
    findings: [unknownIn("iam/policy.json5"), unknownIn("iam/policy.jsonc")],
  },
  "json-language": { page: setUp, block: "json-language", file: mjs, findings: [inJson, duplicateKey] },
  "jsonc-eslint-parser": { page: setUp, block: "jsonc-eslint-parser", file: mjs, findings: [inJson] },
  "eslint-plugin-jsonc": {
    page: setUp,
    block: "eslint-plugin-jsonc",
    file: mjs,
    findings: [inJson, 'settings.json: jsonc/no-dupe-keys at ""region""'],
  },
  "typescript-config": { page: readme, block: "json", file: "eslint.config.ts", findings: [inJson] },
  commonjs: { page: setUp, block: "commonjs", file: "eslint.config.cjs", findings: [inJson] },
  "eslint-9.15": { page: setUp, block: "eslint-9.15", file: mjs, findings: [inJson, ...inTerraform, inTypescript] },
} satisfies Readonly<Record<string, Configuration>>;

export type ConfigurationName = keyof typeof configurations;

/** What a page tells people to write. */
export function configurationsOf(page: string): Configuration[] {
  return Object.values(configurations).filter((configuration) => configuration.page === page);
}
