import { describe, expect, it } from "vitest";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

const module = `
import { App, TerraformStack } from "cdktf";
import type { PolicyDocument } from "./types";

const images = ["ims:images:list", "ims:images:get"] as const;
const region = process.env.REGION ?? "eu-de";

export const operators = {
  Version: "1.1",
  Statement: [
    { Effect: "Allow", Action: ["ims:images:list", "ims:images:get"] },
    { Effect: "Deny", Action: ["ims:images:delete"], Resource: ["*"] },
  ],
} as const satisfies PolicyDocument;

export class ImageStack extends TerraformStack {
  readonly #policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [...images] }] };

  constructor(scope: App, id: string) {
    super(scope, id);
    this.addRole("readers", {
      policy: JSON.stringify({
        Version: "1.1",
        Statement: [{ Effect: "Allow", Action: ["ims:images:list", \`ims:images:\${id}\`], Resource: [region] }],
      }),
    });
    // Another cloud's account pulls the images.
    this.addTrust({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: ["sts:AssumeRole"], Principal: { Service: "ecs" } }],
    });
    this.addBucket({
      Version: "1.1",
      Statement: [{ Effect: "Allow", Action: ["obs:object:GetObject"], Principal: "*" }],
    });
  }

  addRole(name: string, body: { policy: string }): void {
    console.log(name, body, this.#policy);
  }
}

export function balance(account: string) {
  return { Version: "1.1", Statement: [{ account, Effect: "none" }] };
}

export const versionless = { Statement: [{ Effect: "Allow", Action: ["ecs:servers:list"] }] };
export const unheardOf = { Statement: [{ Effect: "Allow", Action: ["system:user:list"] }] };
`;

describe("policies as objects of a module", () => {
  const { documents, problems } = carriedIn(module, configOf("as const"));

  it("are found, without the ones of other clouds", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:get", "ims:images:delete"],
      ["ims:images:list", "ims:images:get"],
      ["ims:images:list"],
      ["ecs:servers:list"],
    ]);
    expect(problems).toEqual([]);
  });

  it("are complete if all their parts are known", () => {
    expect(documents.map(({ isComplete }) => isComplete)).toEqual([true, true, false, true]);
  });

  it("have their source ranges", () => {
    const texts = documents.map(({ range }) => module.slice(...range));
    expect(texts[0]).toMatch(/^\{\n {2}Version: "1\.1"[^]*\["\*"\] \},\n {2}\],\n\}$/u);
    expect(texts[1]).toBe('{ Version: "1.1", Statement: [{ Effect: "Allow", Action: [...images] }] }');
    expect(texts[2]).toMatch(/^\{\n {8}Version: "1\.1"[^]*\[region\] \}\],\n {6}\}$/u);
    expect(texts[3]).toBe('{ Statement: [{ Effect: "Allow", Action: ["ecs:servers:list"] }] }');
  });
});

describe("a policy as a file", () => {
  const text = '{\n  "Version": "1.1",\n  "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list"] }]\n}\n';

  it.each(["JSON", "JSONC", "JSON5", "jsonc-eslint-parser"])("is found in %s", (name) => {
    const { documents } = carriedIn(text, configOf(name));
    expect(documents.map(({ range }) => text.slice(...range))).toEqual([text.trimEnd()]);
  });

  it("may be one of several in a list or map", () => {
    const policy = text.trim();
    const file = `{ "readers": ${policy}, "others": [${policy.replace("list", "get")}, {}] }`;
    expect(actionsOfEach(carriedIn(file, configOf("JSON")).documents)).toEqual([
      ["ims:images:list"],
      ["ims:images:get"],
    ]);
  });
});
