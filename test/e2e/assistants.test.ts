import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { ESLint, Linter, Rule } from "eslint";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { markedText } from "./findings.js";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import { createProject, type Project } from "./project.js";

const assistants = guide("docs/assistants.md");

/** How a client starts a server. */
interface ServerConfig {
  readonly command: string;
  readonly args: string[];
}

const files = {
  "eslint.config.mjs": blockOf("README.md", "typescript"),
  "iam/images.json": `{
  "Version": "1.1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["ims:images:list", "ims:images:updaet"]
    }
  ]
}
`,
  "src/images.ts": `/** 🖼 What the builders of images may do. */
export const imagePolicy = {
  Version: "1.1",
  Statement: [{ Effect: "Allow", Action: ["ims:images:*", "ims:images:list"] }],
};
`,
};

describe.each([
  ["mcp", (config: { mcpServers: { eslint: ServerConfig } }) => config.mcpServers.eslint],
  ["vscode", (config: { servers: { ESLint: ServerConfig } }) => config.servers.ESLint],
] as const)('an assistant with the configuration "%s"', (block, serverOf) => {
  const server = serverOf(JSON.parse(assistants.block(block)) as never);

  it("gets a finding in JSON, with a suggestion that ends it", async () => {
    const project = createProject(files);
    const lint = await linterOf(server, project);
    const findings = await lint("iam/images.json");
    expect(findings).toMatchObject([JSON.parse(assistants.block("finding"))]);
    expect(findings.map((finding) => markedText(files["iam/images.json"], finding))).toEqual(["updaet"]);

    const fixes = findings.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix));
    project.write({ "iam/images.json": changed(files["iam/images.json"], fixes) });
    expect(project.read("iam/images.json")).toBe(files["iam/images.json"].replace("updaet", "update"));
    expect(await lint("iam/images.json")).toEqual([]);
  });

  it("gets a finding in TypeScript, with a fix that ends it", async () => {
    const project = createProject(files);
    const lint = await linterOf(server, project);
    const findings = await lint("src/images.ts");
    expect(findings).toMatchObject([
      {
        ruleId: "huaweicloud-iam/no-redundant-action",
        message: '"ims:images:list" is already covered by "ims:images:*" on line 4. Remove it.',
      },
    ]);
    expect(findings.map((finding) => markedText(files["src/images.ts"], finding))).toEqual(["ims:images:list"]);

    const fixes = findings.flatMap(({ fix }) => fix ?? []);
    project.write({ "src/images.ts": changed(files["src/images.ts"], fixes) });
    expect(project.read("src/images.ts")).toBe(files["src/images.ts"].replace(', "ims:images:list"', ""));
    expect(await lint("src/images.ts")).toEqual([]);
  });
});

it("tells to install what the tests have installed, and names the tool as the server does", async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const [, name = ""] = /^npm install --save-dev (\S+)\n$/u.exec(assistants.block("install")) ?? [];
  expect(Object.keys(devDependencies)).toContain(name);

  const { mcpServers } = JSON.parse(assistants.block("mcp")) as { mcpServers: { eslint: ServerConfig } };
  const { tools } = await (await connect(mcpServers.eslint, createProject(files))).listTools();
  expect(tools.map((tool) => tool.name)).toEqual(["lint-files"]);
  expect(assistants.block("instructions")).toContain("`lint-files`");
});

/** Gives the findings in a file, as the server has them. */
async function linterOf(
  server: ServerConfig,
  project: Project,
): Promise<(path: string) => Promise<Linter.LintMessage[]>> {
  const client = await connect(server, project);
  return async (path) => {
    const filePath = join(project.folder, path);
    const result = await client.callTool({ name: "lint-files", arguments: { filePaths: [filePath] } });
    const texts = (result as CallToolResult).content.flatMap((part) => (part.type === "text" ? part.text : []));
    const [linted] = texts.filter((text) => text.startsWith("{")).map((text) => JSON.parse(text) as ESLint.LintResult);
    expect(linted?.filePath, texts.join("\n")).toBe(filePath);
    return linted?.messages ?? [];
  };
}

/** Starts a server as an assistant does; it ends with the test. */
async function connect({ command, args }: ServerConfig, { folder, env }: Project): Promise<Client> {
  const client = new Client({ name: "an assistant", version: "1.0.0" });
  onTestFinished(() => client.close());
  await client.connect(new StdioClientTransport({ command, args, cwd: folder, env, stderr: "ignore" }));
  return client;
}

/** A text with the one change that is to be made. */
function changed(text: string, [fix, ...others]: readonly Rule.Fix[]): string {
  expect([fix, others]).toEqual([expect.anything(), []]);
  return fix ? text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]) : text;
}
