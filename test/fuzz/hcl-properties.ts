import assert from "node:assert/strict";
import { mayHoldPolicy } from "../../src/carriers/candidate-filter.js";
import { carriedPolicies } from "../../src/carriers/index.js";
import { hclHost } from "../../src/hosts/hcl/host.js";
import { hclReader } from "../../src/hosts/hcl/reader.js";
import { askOracle } from "../hosts/hcl/oracle.js";
import { literalIn } from "../hosts/hcl/literals.js";
import { everyKey } from "../hosts/hcl/every-key.js";
import { nodesIn } from "../hosts/hcl/tree.js";
import { fuzzProperty } from "./fuzz-property.js";
import { hclModules } from "./hcl-modules.js";
import { changedHclTexts, hclLiterals, hclTexts } from "./hcl-texts.js";

export const hclProperties = [
  fuzzProperty("the reader of HCL takes what HashiCorp's parser takes", 30_000, [hclTexts], hasSameVerdict),
  fuzzProperty("the reader of HCL refuses what HashiCorp's parser refuses", 40_000, [changedHclTexts], hasSameVerdict),
  fuzzProperty(
    "texts and heredocs of HCL have the value that HashiCorp's parser gives them",
    20_000,
    [hclLiterals],
    (text) => {
      const { isAccepted, value } = askOracle(text);
      const own = literalIn(text);
      assert.equal(own !== undefined, isAccepted);
      if (isAccepted) {
        assert.equal(own, (value as { a: unknown }).a);
      }
    },
  ),
  fuzzProperty(
    "the nodes of HCL are in their parents, one behind the other, and every value can be read",
    5_000,
    [hclTexts],
    (text) => {
      const file = hclReader.read(text);
      if (file.isValid) {
        for (const { node, parent, before } of nodesIn(file.root)) {
          assert.ok(node.range[0] <= node.range[1], node.type);
          assert.ok(!parent || (parent.range[0] <= node.range[0] && node.range[1] <= parent.range[1]), node.type);
          assert.ok(!before || before.range[1] <= node.range[0], node.type);
        }
        Array.from(hclHost.candidates({ ast: file.root, text, filename: "main.tf" }, everyKey));
      }
    },
  ),
  fuzzProperty("a file of Terraform that is skipped for its words has no policy", 20_000, [hclModules], (text) => {
    const file = hclReader.read(text);
    assert.ok(file.isValid, text);
    if (!mayHoldPolicy(text, [], hclHost)) {
      const source = { ast: file.root, text, filename: "main.tf" };
      const { documents, problems } = carriedPolicies(hclHost, source, carrierContext);
      assert.deepEqual({ documents, problems }, { documents: [], problems: [] });
    }
  }),
];

/** As if any name were documented. */
const carrierContext = { isDocumented: () => true, isService: () => true, isRenamed: () => false, policySources: [] };

function hasSameVerdict(text: string): void {
  const own = hclReader.read(text);
  const { isAccepted, message } = askOracle(text);
  assert.equal(own.isValid, isAccepted, own.isValid ? message : own.message);
}
