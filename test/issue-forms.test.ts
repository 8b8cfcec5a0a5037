import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/** As GitHub describes forms: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] };
  readonly validations?: { readonly required: boolean };
}

const root = join(import.meta.dirname, "..");
const folder = join(root, ".github", "ISSUE_TEMPLATE");
const forms = readdirSync(folder).filter((file) => file !== "config.yml");
const read = (file: string) => parse(readFileSync(join(folder, file), "utf8")) as unknown;

describe.each(forms)("%s", (file) => {
  const { name, description, body } = read(file) as Form;
  const fields = body.filter(({ type }) => type !== "markdown");

  it("has what GitHub wants of a form", () => {
    expect([name, description]).not.toContain(undefined);
    const ids = fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(fields.length);
    expect(ids.filter((id) => !/^[\w-]+$/u.test(id ?? ""))).toEqual([]);
    for (const { type, attributes } of body) {
      expect(["markdown", "textarea", "dropdown"]).toContain(type);
      expect(attributes[type === "markdown" ? "value" : "label"]).toMatch(/\S/u);
      expect(new Set(attributes.options).size).toBe(attributes.options?.length ?? 0);
      expect(type === "dropdown").toBe(attributes.options !== undefined);
    }
  });
});

it.each(["false-alarm.yml", "missed-mistake.yml"])("%s asks for all that it takes to judge a finding", (file) => {
  const required = (read(file) as Form).body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  expect(required).toEqual(expect.arrayContaining(["policy", "cloud", "evidence", "versions", "config"]));
});

it("a reader finds what the links beside the forms lead to", () => {
  const { contact_links: links } = read("config.yml") as { contact_links: readonly { url: string }[] };
  const files = links.flatMap(({ url }) => url.split("/blob/main/")[1] ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
});
