import { parse as parseTerraform } from "@cdktn/hcl2json";
import { describe, expect, it } from "vitest";
import { ask } from "./ask.js";

function asked(...options: readonly string[]) {
  return ask(["policy", "--action", "ims:images:get", ...options]);
}

/** The roles of a module in Terraform, as its own parser reads them: label and name. */
async function rolesIn(text: string): Promise<unknown> {
  const { resource } = (await parseTerraform("roles.tf", text)) as {
    resource: Record<string, Record<string, readonly { name?: string; display_name?: string }[]>>;
  };
  return Object.values(resource).flatMap((ofType) =>
    Object.entries(ofType).map(([label, [role]]) => [label, role?.name ?? role?.display_name]),
  );
}

/** The texts of a program, in double quotes. */
function textsIn(program: string): readonly unknown[] {
  return (program.match(/"(?:[^"\\]|\\.)*"/gu) ?? []).map((text) => JSON.parse(text) as unknown);
}

describe("the name of a role", () => {
  const name = 'a "b" \\ ${c} %{d} é';

  it.each(["otc", "otc-swiss", "huaweicloud"])(
    "is a text of the language, whatever it has in it, on %s",
    async (cloud) => {
      const hcl = (await asked("--cloud", cloud, "--format", "hcl", "--name", name)).output;
      // The parser leaves templates to its users, and so the escapes of what is none.
      expect(await rolesIn(hcl)).toEqual([["a_b_c_d_é", name.replace(/[$%](?=\{)/gu, "$&$&")]]);
      const program = (await asked("--cloud", cloud, "--format", "cdktf", "--name", name)).output;
      expect(textsIn(program)).toEqual(expect.arrayContaining([name, name.replaceAll(" ", "-")]));
    },
  );

  it("makes a label that may stand in a program", async () => {
    const labelOf = async (text: string) =>
      rolesIn((await asked("--cloud", "otc", "--format", "hcl", "--name", text)).output);
    expect(await labelOf("1st")).toEqual([["_1st", "1st"]]);
    expect(await labelOf("image-reader")).toEqual([["image_reader", "image-reader"]]);
  });

  it("leaves room for what follows it, and has no line break", async () => {
    const exporting = ["policy", "--cloud", "otc", "--api", "POST /v1/cloudimages/{image_id}/file", "--json"];
    const named = (text: string) => ask([...exporting, "--name", text]);
    const { policies } = JSON.parse((await named("x".repeat(56))).output) as { policies: { name: string }[] };
    expect(policies.map((one) => one.name.length)).toEqual([64, 63]);
    for (const text of ["", "  ", "x".repeat(57), "a\nb"]) {
      expect(await named(text)).toMatchObject({
        ...{ exitCode: 2, output: "" },
        errors: expect.stringMatching(/^--name must have 1 to 56 characters, /u) as string,
      });
    }
  });

  it("is text of a module that the project names, too", async () => {
    const settings = { policySources: [{ function: "grant", module: './a"b' }] } as const;
    const { output } = await ask(["policy", "--cloud", "otc", "--action", "ims:images:get", "--format", "cdktf"], {
      settings,
    });
    expect(textsIn(output)).toContain('./a"b');
  });
});
