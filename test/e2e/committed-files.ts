import { policy, policyOf } from "./policies.js";

/** A mistake that only a person can correct, and the same without it. */
export const mistaken = withOperator("StringEndWithIfExsits");
export const correct = withOperator("StringEndWithIfExists");

/** A mistake that `--fix` edits, and what it makes of it. */
export const repairable = policy("ims:images:get", "ims:images:get", "ims:images:list");
export const repaired = policy("ims:images:get", "ims:images:list");

/** A page's configuration in a project that has old policies which nobody looks at. */
export function withIgnored(configuration: string): string {
  return configuration.replace("defineConfig([", '$&\n  { ignores: ["iam/old/"] },');
}

/** What a hook must let pass: files that are ignored or have no configuration, and a policy of another cloud. */
export const otherFiles = {
  "iam/old/policy.json": mistaken,
  "tsconfig.json": '{\n  // Nothing special.\n  "compilerOptions": { "strict": true, },\n}\n',
  "data/policy.json": mistaken,
  "iam/aws.json": policyOf({ Effect: "Allow", Action: "s3:GetObjet", Resource: "*" }).replace("1.1", "2012-10-17"),
};

/** The configuration for `everyKind`. */
export const everyKindConfig = `
import markdown from "@eslint/markdown";
import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import iam from "eslint-plugin-huaweicloud-iam";

const plugins = { "huaweicloud-iam": iam };
const json = (name) => ({
  files: [\`iam/**/*.\${name}\`],
  plugins,
  extends: ["huaweicloud-iam/recommended-json"],
  language: \`huaweicloud-iam-json/\${name}\`,
});

export default defineConfig([
  json("json"),
  json("jsonc"),
  json("json5"),
  { plugins, extends: ["huaweicloud-iam/recommended-terraform"] },
  { files: ["iam/**"], plugins, extends: ["huaweicloud-iam/recommended-yaml"] },
  { files: ["iam/*.{js,cjs,mjs,jsx}"], plugins, extends: ["huaweicloud-iam/recommended"] },
  { files: ["iam/*.{ts,cts,mts,tsx}"], languageOptions: { parser }, plugins, extends: ["huaweicloud-iam/recommended"] },
  { files: ["iam/*.md"], plugins: { markdown }, processor: "markdown/markdown" },
]);
`;

const inCode = `const policy = ${mistaken.trimEnd()};\n`;

/** A file of each kind that a policy may stand in, all with the same mistake. */
export const everyKind = {
  ...filesOf(["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"], inCode),
  ...filesOf(["json", "json5", "jsonc"], mistaken),
  ...filesOf(["tf", "tofu"], `locals {\n  policy = ${mistaken.trimEnd()}\n}\n`),
  ...filesOf(["tfvars"], `policy = ${mistaken}`),
  ...filesOf(["yaml", "yml"], mistaken),
  ...filesOf(["md"], `# A policy\n\n\`\`\`json\n${mistaken}\`\`\`\n`),
};

function filesOf(extensions: readonly string[], text: string): Record<string, string> {
  return Object.fromEntries(extensions.map((extension) => [`iam/policy.${extension}`, text]));
}

function withOperator(operator: string): string {
  return policyOf({
    Effect: "Allow",
    Action: ["ims:images:get"],
    Condition: { [operator]: { "g:UserName": ["-admin"] } },
  });
}
