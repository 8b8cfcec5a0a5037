/** The languages of the playground, with what their files are called. */
export const languages = {
  json: { title: "JSON", file: "policy.json" },
  hcl: { title: "Terraform", file: "policy.tf" },
  yaml: { title: "YAML", file: "policy.yaml" },
  typescript: { title: "TypeScript", file: "policy.ts" },
} as const;

export type Language = keyof typeof languages;

/** The language of a code block in the pages; `undefined` for one that the playground does not have. */
export function languageOfBlock(name: string): Language | undefined {
  return blockLanguages[name];
}

const blockLanguages: Readonly<Record<string, Language>> = {
  json: "json",
  hcl: "hcl",
  terraform: "hcl",
  yaml: "yaml",
  yml: "yaml",
  ts: "typescript",
};
