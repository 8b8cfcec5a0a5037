/**
 * Cells of pages that are wrong or say nothing, reviewed by hand: they are reported with their reason and do
 * not stop an import. The text has to be the same, so that a page that changes is looked at again.
 */
export type FlawReason = "name without a service" | "refers to another page";

interface KnownFlaw {
  readonly repository: string;
  readonly path: string;
  readonly text: string;
  readonly reason: FlawReason;
}

/** Why a cell that was not understood is known, or nothing where it is new. */
export function knownFlaw(repository: string, path: string, text: string): FlawReason | undefined {
  return flaws.find((flaw) => flaw.repository === repository && flaw.path === path && flaw.text === text)?.reason;
}

const flaws: readonly KnownFlaw[] = [
  {
    repository: "huaweicloudDocs/dli",
    path: "cn.zh-cn/API参考/权限策略和授权项.md",
    text: "database:create_view",
    reason: "name without a service",
  },
  {
    repository: "huaweicloudDocs/cce",
    path: "cn.zh-cn/用户指南/集群权限（IAM授权）.md",
    text: "具体action详见：云硬盘v2接口的授权信息。",
    reason: "refers to another page",
  },
];
