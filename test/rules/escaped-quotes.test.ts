import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";

/** The quotes of JSON in a string of code, in every way to escape them. */
const marks = ['\\"', "\\x22", "\\u0022", "\\u{22}"];

describe.each(marks)("JSON text with the quotes %s", (mark) => {
  const inCode = (policy: string) => `create("${policy.replaceAll('"', mark)}");`;

  it("is fixed with the same quotes", () => {
    const before = policy('"Action": ["obs:bucket:HeadBucket"], "Condition": { "Bool": { "g:MFAPresent": true } }');
    expect(new Linter().verifyAndFix(inCode(before), config).output).toBe(inCode(before.replace("true", '["true"]')));
  });

  it("adds actions with the same quotes, even after a concatenated one", () => {
    const code = inCode(policy('"Action": ["ecs:servers:createImage"]')).replace("servers:", 'servers:" + "');
    const [suggestion] = new Linter().verify(code, config).flatMap(({ suggestions = [] }) => suggestions);
    expect(suggestion?.fix.text).toContain(`${mark}evs:volumes:get${mark}`);
    expect(suggestion?.fix.text.replaceAll(mark, "")).not.toContain('"');
  });
});

const config: Linter.Config = {
  plugins: plugin.configs.recommended.plugins ?? {},
  rules: plugin.configs.recommended.rules ?? {},
};

function policy(members: string): string {
  return `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", ${members} }] }`;
}
