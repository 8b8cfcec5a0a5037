import type { Comment, Host } from "../host.js";
import type { HostSource } from "../source.js";
import { hclCandidates } from "./candidates.js";
import type { HclFile } from "./nodes.js";
import { commentOf } from "./reader.js";
import { hclSyntax } from "./syntax.js";

/** The host for HCL: files of Terraform and OpenTofu, in languages of our own. */
export const hclHost: Host = {
  languages: ["huaweicloud-iam/*"],
  rootNode: "HclFile",
  syntax: hclSyntax,
  // The types of resources, and the groups of Kubernetes' ones.
  roleWords: ["identity", "crossplane", "organizations_", "vpcep_endpoint"],
  owns: (tree) => "type" in tree && tree.type === "HclFile",
  candidates: hclCandidates,
  comments,
};

function comments({ ast, text }: HostSource): readonly Comment[] {
  return (ast as HclFile).comments.map((comment) => commentOf(comment, text));
}
