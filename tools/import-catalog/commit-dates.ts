import type { Cloud } from "../../src/catalog/format.js";
import type { PageSource } from "./corpus.js";

interface KnownCommit {
  readonly repository: string;
  /** The first seven digits of the hash. */
  readonly commit: string;
  readonly date: string;
}

/** The date of a commit as `YYYY-MM-DD`, or `undefined` if unknown. The corpus has no dates. */
export function commitDate(repository: string, commit: string): string | undefined {
  return knownCommits.find((known) => known.repository === repository && commit.startsWith(known.commit))?.date;
}

/** Source: facts.md#dates-of-pages. */
const knownCommits: readonly KnownCommit[] = [
  { repository: "opentelekomcloud-docs/identity-access-management", commit: "9d2eac9", date: "2026-01-26" },
  { repository: "opentelekomcloud-docs/enterprise-project-service", commit: "538902a", date: "2026-03-03" },
  { repository: "opentelekomcloud-docs/image-management-service", commit: "7f136da", date: "2026-04-22" },
  { repository: "opentelekomcloud-docs/elastic-cloud-server", commit: "efcbeed", date: "2026-07-02" },
  { repository: "huaweicloudDocs/iam", commit: "5d5f9de", date: "2023-02-23" },
  { repository: "huaweicloudDocs/ims", commit: "530b5c7", date: "2022-12-07" },
  { repository: "huaweicloudDocs/ecs", commit: "bd661ad", date: "2024-04-18" },
];

interface KnownPage {
  readonly repository: string;
  readonly path: string;
  readonly date: string;
}

/**
 * Whether a page certainly changed after another one. A commit is at least as new as the pages in it, so its date is
 * one that they did not change after. What a person has written down counts from the day that the person read it.
 */
export function isNewer(page: PageSource, other: PageSource): boolean {
  const changed = changedOn(page);
  const notAfter = changedOn(other) ?? commitDate(other.repository, other.commit) ?? newestCommits.get(other.cloud);
  return changed !== undefined && notAfter !== undefined && changed > notAfter;
}

function changedOn({ repository, path, live }: PageSource): string | undefined {
  return live ? (live.readByHand ?? live.date) : pageDate(repository, path);
}

/** The date of the newest commit of any listed repository, of clouds that no longer commit (facts.md#dates-of-pages). */
const newestCommits: ReadonlyMap<Cloud, string> = new Map([["huaweicloud", "2024-04-18"]]);

/** The date of the last change of a page as `YYYY-MM-DD`, or `undefined` if unknown. */
function pageDate(repository: string, path: string): string | undefined {
  return knownPages.find((known) => known.repository === repository && known.path === path)?.date;
}

/** The pages that contradict another one. Source: facts.md#dates-of-pages. */
const knownPages: readonly KnownPage[] = [
  { repository: "huaweicloudDocs/dws", path: "cn.zh-cn/管理指南/GaussDB(DWS)-自定义策略.md", date: "2021-09-29" },
  { repository: "huaweicloudDocs/dws", path: "cn.zh-cn/管理指南/策略语法-细粒度策略.md", date: "2022-11-23" },
  { repository: "huaweicloudDocs/dws", path: "cn.zh-cn/管理指南/细粒度策略.md", date: "2021-09-29" },
  {
    repository: "opentelekomcloud-docs/distributed-message-service",
    path: "umn/source/service_overview/permissions.rst",
    date: "2026-04-13",
  },
  {
    repository: "opentelekomcloud-docs/distributed-message-service-rocketmq",
    path: "umn/source/service_overview/permissions_management.rst",
    date: "2026-03-31",
  },
];
