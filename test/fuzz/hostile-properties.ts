import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { configOf } from "../sources.js";
import { policySourcesSetting, changedSamples } from "./changed-samples.js";
import { circularModules } from "./circular-modules.js";
import { foreignPolicies } from "./foreign-policies.js";
import { fuzzProperty } from "./fuzz-property.js";
import { brokenPolicies, hostileTrees, noise } from "./hostile-trees.js";
import { bareHostNames, hostNamed, hostNames, plain, styles } from "./hosts.js";
import { indents, object, printJson } from "./json-tree.js";
import { fix, lint, type Linted, type Setting } from "./lint.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";

const hostileDocuments = fc.oneof(
  { weight: 3, arbitrary: brokenPolicies },
  { weight: 1, arbitrary: hostileTrees.map((tree) => object(["Version", "1.1"], ["Statement", tree])) },
  { weight: 1, arbitrary: hostileTrees.map((tree) => object(["resource", tree], ["role", tree])) },
);

export const hostileProperties = [
  fuzzProperty(
    "whatever stands in a policy is no crash, and its fixes come to an end",
    20_000,
    [hostileDocuments, indents, hostNames, styles, settings],
    (tree, indent, hostName, style, setting) => {
      const { config, write } = hostNamed(hostName);
      const { text } = write(printJson(tree, indent), style);
      const linted = lint(text, config, setting);
      verifyPlaces(linted, text);
      assert.ok(linted.fatal !== undefined || fix(text, config, setting).isDone);
    },
  ),
  fuzzProperty(
    "a changed or truncated file is no crash",
    8_000,
    [changedSamples, fc.constantFrom("JSON", "JSON5", "jsonc-eslint-parser"), settings],
    ({ name, text }, jsonHost, setting) => {
      const host = name.endsWith(".ts") ? "as const" : jsonHost;
      const policySources: Setting = name.startsWith("policy-sources/") ? policySourcesSetting : {};
      verifyPlaces(lint(text, configOf(host), { ...setting, ...policySources }), text);
    },
  ),
  fuzzProperty(
    "nothing is reported outside of a policy",
    8_000,
    [noise, policies, noise, bareHostNames, settings],
    (before, policy, behind, hostName, setting) => {
      const host = hostNamed(hostName);
      const around = printJson(object(["before", before], ["policy", policy], ["behind", behind]), "");
      const rendering = host.write(around, plain);
      const own = printJson(policy, "");
      const start = around.indexOf(own, around.indexOf('"policy": '));
      const [first, last] = rendering.placeOf(start, start + own.length);
      for (const report of lint(rendering.text, host.config, setting).reports) {
        assert.ok(first <= report.start && report.end <= last, `${report.message} at ${report.start}`);
      }
    },
  ),
  fuzzProperty(
    "policies of other clouds are silent",
    4_000,
    [foreignPolicies, hostNames, settings],
    (policy, hostName, setting) => {
      const { config, write } = hostNamed(hostName);
      assert.deepEqual(lint(write(printJson(policy), plain).text, config, setting).reports, []);
    },
  ),
  fuzzProperty(
    "constants and modules that go in circles are no crash",
    4_000,
    [circularModules, fc.nat(2)],
    (texts, at) => {
      const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
      try {
        texts.forEach((text, index) => writeFileSync(join(folder, `m${index}.ts`), text));
        const own = at % texts.length;
        const text = texts[own] ?? "";
        verifyPlaces(lint(text, configOf("as const"), {}, join(folder, `m${own}.ts`)), text);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  ),
];

function verifyPlaces({ reports }: Linted, text: string): void {
  for (const { start, end, message } of reports) {
    assert.ok(0 <= start && start <= end && end <= text.length, `${message} at ${start} to ${end}`);
  }
}
