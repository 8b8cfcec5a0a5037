import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { carriersOf, identityHosts, writeVerbatim } from "../identity-carriers.js";
import { identityShapes } from "./identity-shapes.js";

type Host = (typeof identityHosts)[number];

function reportsIn({ config, write, name }: Host, text: string): readonly string[] {
  const messages = new Linter().verify(writeVerbatim({ name, write }, text), {
    ...config,
    plugins: { ...config.plugins, "huaweicloud-iam": plugin },
    rules: plugin.configs.recommended.rules ?? {},
  });
  return messages.map(({ ruleId, message }) => `${name}: ${ruleId ?? "parser"}: ${message}`);
}

describe("what the official pages print of version 5.0 is silent", () => {
  it.each(identityShapes)("in every host and carrier: $kind, $name", ({ kind, policy }) => {
    const text = JSON.stringify(policy);
    const places = [...identityHosts, ...carriersOf(kind)];
    expect(places.flatMap((host) => reportsIn(host, text))).toEqual([]);
  });
});
