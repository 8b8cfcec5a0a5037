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
