import assert from "node:assert/strict";
import fc from "fast-check";
import { parse, stringify, type Scalar } from "yaml";
import { changesIn } from "./fix-properties.js";
import { fuzzProperty } from "./fuzz-property.js";
import { hostNamed, isYaml, plain, type FuzzHost } from "./hosts.js";
import { printJson } from "./json-tree.js";
import { generalMessage, lint, type Report, type Setting } from "./lint.js";
import { policies } from "./policies.js";
import { Rendering } from "./rendering.js";
import { settings } from "./settings.js";

/** How a writer of YAML sets a policy out, in lines of their own for all parts. */
interface Layout {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly defaultStringType: Scalar.Type;
  readonly singleQuote: boolean;
  readonly lineEnd: "\n" | "\r\n";
  /** The key that holds the policy; none where the file is the policy. */
  readonly owner: string | undefined;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE"),
  singleQuote: fc.boolean(),
  lineEnd: fc.constantFrom("\n", "\r\n"),
  owner: fc.constantFrom(undefined, "policy"),
});

export const yamlProperties = [
  fuzzProperty(
    "YAML in lines says the same of a policy as JSON, of the same texts, and every edit makes the same of it",
    10_000,
    [policies, layouts, settings],
    (policy, layout, setting) => {
      const json = printJson(policy);
      fc.pre(isYaml(json));
      const host = blockHost(layout);
      const reference = hostNamed(host.reference);
      assert.deepEqual(saidIn(host, json, setting), saidIn(reference, json, setting));
      const expected = changesIn(reference, json, setting);
      const made = changesIn(host, json, setting);
      assert.deepEqual(
        made.filter((change) => !expected.includes(change)),
        [],
      );
      // A text without quotes may need some in brackets, and one over lines more blanks.
      const isTextInBrackets = (change: string) => change.includes("square brackets") && !change.includes("(IAM.1027)");
      assert.deepEqual(
        expected.filter((change) => !made.includes(change) && !isTextInBrackets(change)),
        [],
      );
    },
  ),
];

function blockHost({ owner, lineEnd, ...options }: Layout): FuzzHost {
  return {
    ...hostNamed("YAML"),
    reference: owner === undefined ? "JSON" : "as const",
    write(policy) {
      const value: unknown = JSON.parse(policy);
      const text = stringify(owner === undefined ? value : { [owner]: value }, {
        ...options,
        lineWidth: 0,
        blockQuote: false,
      });
      return Rendering.of(text.replaceAll("\n", lineEnd));
    },
    read(text) {
      const value = parse(text) as Readonly<Record<string, unknown>>;
      return owner === undefined ? value : value[owner];
    },
  };
}

/** What a host says of a policy, and what it says it of. */
function saidIn(host: FuzzHost, policy: string, setting: Setting): readonly string[] {
  const { text } = host.write(policy, plain);
  const { reports, fatal } = lint(text, host.config, setting);
  assert.equal(fatal, undefined);
  return reports
    .map((report) => JSON.stringify([report.rule, generalMessage(report.message), subjectOf(report, text)]))
    .sort();
}

/** The value of what a report marks; the first line is indented as the others. */
function subjectOf({ id, start, end }: Report, text: string): string {
  const marked = text.slice(start, end);
  if (id.endsWith("Missing")) {
    return "where an object begins";
  }
  if (/^(?:\s|\\[nrt])+$/u.test(marked)) {
    return "blanks";
  }
  const isInQuotes = /["']/u.test(text.charAt(start - 1)) && /["']/u.test(text.charAt(end));
  if (isInQuotes || !/[\s"'[{]/u.test(marked.trim())) {
    return plainly(JSON.stringify(marked));
  }
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  try {
    return plainly(JSON.stringify(parse(" ".repeat(column) + marked)));
  } catch {
    return plainly(marked);
  }
}

/** Without what is written in one way in JSON and in another in YAML. */
function plainly(text: string): string {
  return text.replace(/\\+(?:u[\da-f]{4}|x[\da-f]{2}|[0abtnvfreNLP_])|[\s"'\\]/giu, "");
}
