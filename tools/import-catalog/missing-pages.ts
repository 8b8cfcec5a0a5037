/**
 * What keeps the tables of the corpus from being all that a cloud needs: then an action that is missing in them may
 * well exist. Reviewed by hand, the evidence beside each.
 */
import type { Cloud } from "../../src/catalog/format.js";

/** Whether tables of the service are known to be missing, on the cloud's pages or from the corpus. */
export function lacksPages(cloud: Cloud, service: string): boolean {
  return missing[cloud].some((one) => one.service === service);
}

/** What is known of the tables that a cloud or the corpus lacks, a line each. */
export function describeMissingPages(cloud: Cloud): readonly string[] {
  return missing[cloud].map(({ service, evidence }) => `${service}: ${evidence}`);
}

/** Whether the cloud still publishes the pages that the corpus has, so that new actions appear in them. */
export function keepsPagesUpToDate(cloud: Cloud): boolean {
  return !frozen.has(cloud);
}

/**
 * Huawei Cloud left its public repositories: most pages are of 2021 and 2022, the newest of April 2024
 * (facts.md#frozen-documentation), and policies in use name over a hundred actions that services got since
 * (facts.md#actions-newer-than-the-tables).
 */
const frozen: ReadonlySet<Cloud> = new Set(["huaweicloud"]);

interface MissingPages {
  readonly service: string;
  readonly evidence: string;
}

const missing: { readonly [cloud in Cloud]: readonly MissingPages[] } = {
  otc: [
    { service: "drs", evidence: "its one table is of common operations, in a manual; its APIs have no table" },
    {
      service: "gaussdb",
      evidence:
        "its one table is of common operations, in a manual; its APIs and those of TaurusDB have none (facts.md#pages-and-rows-counted)",
    },
  ],
  "otc-swiss": [],
  huaweicloud: [
    {
      service: "ecs",
      evidence:
        "of its old pages, which named the former actions, that of the life cycle is not here: the others mislead about today's names",
    },
  ],
};
