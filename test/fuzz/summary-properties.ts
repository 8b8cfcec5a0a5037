import assert from "node:assert/strict";
import fc from "fast-check";
import { overlookedIn } from "../overlooked.js";
import { fuzzProperty } from "./fuzz-property.js";
import { hostNamed, hostNames, styles } from "./hosts.js";
import { identityPolicies } from "./identity-policies.js";
import { indents, printJson } from "./json-tree.js";
import { policies } from "./policies.js";
import { settings } from "./settings.js";

export const summaryProperties = [
  fuzzProperty(
    "where a check does not look there is nothing to find, in every host",
    16_000,
    [
      fc.oneof({ weight: 2, arbitrary: policies }, { weight: 1, arbitrary: identityPolicies }),
      indents,
      hostNames,
      styles,
      settings,
    ],
    (policy, indent, hostName, style, setting) => {
      const host = hostNamed(hostName);
      const text = printJson(policy, indent);
      fc.pre(host.canWrite?.(text) ?? true);
      assert.deepEqual(overlookedIn(host.write(text, style).text, host.config, setting), []);
    },
  ),
];
