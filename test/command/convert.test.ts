import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ask } from "./ask.js";

const folder = mkdtempSync(join(tmpdir(), "convert-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, "policy.json");
  writeFileSync(path, text);
  return path;
}

function policyOf(version: string, ...actions: readonly string[]): string {
  return JSON.stringify({ Version: version, Statement: [{ Effect: "Allow", Action: actions }] });
}

describe("convert", () => {
  it("prints the policy, and nothing else", async () => {
    const file = fileOf(`\uFEFF${policyOf("1.1", "vpc:publicIps:list")}`);
    const { exitCode, output, errors } = await ask(["convert", file, "--to", "5.0"]);
    expect({ exitCode, errors, policy: JSON.parse(output) as unknown }).toEqual({
      exitCode: 0,
      errors: "",
      policy: { Version: "5.0", Statement: [{ Effect: "Allow", Action: ["eip:publicIps:list"] }] },
    });
    expect(output).toMatch(/^\{\n {2}"Version": "5\.0",\n/u);
  });

  it("prints JSON with the versions", async () => {
    const file = fileOf(policyOf("5.0", "iam::listAccessKeys"));
    const { output } = await ask(["convert", file, "--to", "1.1", "--json", "--cloud", "otc"]);
    expect(JSON.parse(output)).toEqual({
      converted: true,
      from: "5.0",
      to: "1.1",
      policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["iam:credentials:listCredentials"] }] },
    });
  });

  it("lists all that cannot be said", async () => {
    const file = fileOf(
      policyOf("1.1", "ims:images:list", "vpc:publicIps:list", "vpc:*:*").replace("Effect", 'Sid": "a", "Effect'),
    );
    const reasons = [
      ["Statement[0].Sid", 'Only one of the two versions has "Sid".'],
      ["Statement[0].Action[0]", '"ims:images:list" has no known name in version 5.0.'],
      ["Statement[0].Action[2]", '"vpc:*:*" has no known name in version 5.0.'],
    ] as const;
    expect(await ask(["convert", file, "--to", "5.0"])).toEqual({
      exitCode: 1,
      output: "",
      errors: reasons.map(([place, reason]) => `${place}: ${reason}\n`).join(""),
    });
    const { exitCode, output } = await ask(["convert", file, "--to", "5.0", "--json"]);
    expect({ exitCode, data: JSON.parse(output) as unknown }).toEqual({
      exitCode: 1,
      data: {
        converted: false,
        from: "1.1",
        to: "5.0",
        obstacles: reasons.map(([place, reason]) => ({ place, reason })),
      },
    });
  });

  it("says what is no policy", async () => {
    expect(await ask(["convert", fileOf("[]"), "--to", "5.0"])).toEqual({
      exitCode: 1,
      output: "",
      errors: "This is no policy: it must be an object.\n",
    });
    const { output } = await ask(["convert", fileOf('{ "Version": "1.0" }'), "--to", "5.0", "--json"]);
    expect(JSON.parse(output)).toMatchObject({ converted: false, from: null, to: "5.0" });
  });

  it.each([
    [[], "Name one file with a policy in JSON: convert <file> --to 5.0."],
    [["a.json", "b.json"], "Name one file with a policy in JSON: convert <file> --to 5.0."],
    [["a.json"], "Say which version to convert to: --to 1.1 or --to 5.0."],
    [
      ["a.json", "--to", "2012-10-17"],
      'There is no version "2012-10-17". Say which version to convert to: --to 1.1 or --to 5.0.',
    ],
    [["missing.json", "--to", "5.0"], 'The file "missing.json" cannot be read.'],
  ])("is used wrongly: %j", async (words, message) => {
    expect(await ask(["convert", ...words])).toEqual({ exitCode: 2, output: "", errors: `${message}\n` });
  });

  it("refuses what is no JSON, and what is of that version", async () => {
    expect(await ask(["convert", fileOf("{"), "--to", "5.0"])).toMatchObject({
      exitCode: 2,
      errors: expect.stringMatching(/^The file ".*" is not valid JSON\.\n$/u) as string,
    });
    expect(await ask(["convert", fileOf(policyOf("5.0", "*")), "--to", "5.0"])).toMatchObject({
      exitCode: 2,
      errors: "This policy is of version 5.0 already.\n",
    });
  });
});
