import assert from "node:assert/strict";
import fc from "fast-check";
import { hostNamed, hostNames, plain, styles, type FuzzHost, type Style } from "./hosts.js";
import { fuzzProperty } from "./fuzz-property.js";
import { indents, printJson } from "./json-tree.js";
import { generalMessage, lint, type Report, type Setting } from "./lint.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";

/** What a host says of a policy, with the policy's own offsets turned into those of a file. */
interface Said {
  readonly rule: string;
  readonly message: string;
  readonly place: readonly [number, number];
}

export const hostProperties = [
  fuzzProperty(
    "every host says the same of a policy, at the same places, however it is written",
    16_000,
    [policies, indents, hostNames, styles, settings],
    (policy, indent, hostName, style, setting) => {
      const host = hostNamed(hostName);
      const text = printJson(policy, indent);
      fc.pre(host.canWrite?.(text) ?? true);
      assert.deepEqual(saidIn(host, text, style, setting), expectedIn(host, text, style, setting));
    },
  ),
];

function saidIn(host: FuzzHost, policy: string, style: Style, setting: Setting): readonly Said[] {
  const { reports, fatal } = lint(host.write(policy, style).text, host.config, setting);
  assert.equal(fatal, undefined);
  return inOrder(reports.map((report) => saidOf(report, [report.start, report.end])));
}

function expectedIn(host: FuzzHost, policy: string, style: Style, setting: Setting): readonly Said[] {
  const reference = hostNamed(host.reference);
  const written = reference.write(policy, plain);
  const rendering = host.write(policy, style);
  const [before] = written.placeOf(0, 0);
  const mark = rendering.text.startsWith("\uFEFF") ? 1 : 0;
  return inOrder(
    lint(written.text, reference.config, setting).reports.map((report) => {
      const [start, end] = rendering.placeOf(report.start - before, report.end - before);
      return saidOf(report, [start - mark, end - mark]);
    }),
  );
}

function saidOf({ rule, message }: Report, place: Said["place"]): Said {
  return { rule, message: generalMessage(message), place };
}

function inOrder(said: readonly Said[]): readonly Said[] {
  return said
    .map((one) => [JSON.stringify(one), one] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, one]) => one);
}
