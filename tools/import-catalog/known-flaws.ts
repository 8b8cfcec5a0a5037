/**
 * Cells that are wrong or empty of facts on the page, reviewed by hand. They are reported with a reason and do not stop
 * an import. A changed cell needs a new review, so cells are identified by a hash of their text. The text itself is not
 * stored, because no sentence of a page is copied into the project.
 */
import { createHash } from "node:crypto";

export type FlawReason = "name without a service" | "refers to another page";

interface KnownFlaw {
  readonly repository: string;
  readonly path: string;
  /** The first 12 digits of the SHA-256 of the cell's text. */
  readonly sha256: string;
  readonly reason: FlawReason;
}

/** The reason why a cell is unreadable, or `undefined` if it was not reviewed. */
export function knownFlaw(repository: string, path: string, text: string): FlawReason | undefined {
  const sha256 = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return flaws.find((flaw) => flaw.repository === repository && flaw.path === path && flaw.sha256 === sha256)?.reason;
}

const flaws: readonly KnownFlaw[] = [
  {
    repository: "huaweicloudDocs/dli",
    path: "cn.zh-cn/API参考/权限策略和授权项.md",
    sha256: "43875ac18a30",
    reason: "name without a service",
  },
  {
    repository: "huaweicloudDocs/cce",
    path: "cn.zh-cn/用户指南/集群权限（IAM授权）.md",
    sha256: "cf53dcb06d6d",
    reason: "refers to another page",
  },
];
