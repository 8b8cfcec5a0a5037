import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { configOf } from "../sources.js";
import { fuzzProperty } from "./fuzz-property.js";
import { changedSamples, foreignPolicies, hostileTrees, moduleTexts, noise } from "./hostile-documents.js";
import { bareHostNames, hostNamed, hostNames, plain, styles } from "./hosts.js";
import { indents, object, printJson } from "./json-tree.js";
import { lint, type Linted } from "./lint.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";

export const hostileProperties = [
  fuzzProperty(
    "whatever stands in a policy is no crash",
    6_000,
    [hostileTrees, indents, hostNames, styles, settings],
    (tree, indent, hostName, style, setting) => {
      const host = hostNamed(hostName);
      const { text } = host.write(printJson(tree, indent), style);
      verifyPlaces(lint(text, host.config, setting), text);
    },
  ),
  fuzzProperty(
    "a changed or truncated file is no crash",
    6_000,
    [changedSamples, settings],
    ({ name, text }, setting) => {
      const host = name.endsWith(".ts") ? "as const" : "JSON";
      verifyPlaces(lint(text, configOf(host), setting), text);
    },
  ),
  fuzzProperty(
    "nothing is reported outside of a policy",
    4_000,
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
    2_000,
    [foreignPolicies, hostNames, settings],
    (policy, ...how) => {
      const [hostName, setting] = how;
      const host = hostNamed(hostName);
      const { text } = host.write(printJson(policy), plain);
      assert.deepEqual(lint(text, host.config, setting).reports, []);
    },
  ),
  fuzzProperty(
    "constants and modules that go in circles are no crash",
    2_000,
    [moduleTexts, fc.nat(2)],
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
