/** Gaps of the corpus, reviewed by hand. An action that the tables of such a service lack may exist. */
import type { Cloud } from "../../src/catalog/format.js";

/** Whether tables of the service are known to be missing, from the cloud's pages or from the corpus. */
export function lacksPages(cloud: Cloud, service: string): boolean {
  return missing[cloud].some((one) => one.service === service);
}

/** Whether the only table of a service is a manual's list of common operations. */
export function hasCommonOperationsOnly(cloud: Cloud, service: string): boolean {
  return missing[cloud].some((one) => one.service === service && one.commonOperationsOnly);
}

/** The known gaps of a cloud, one line each. */
export function describeMissingPages(cloud: Cloud): readonly string[] {
  return missing[cloud].map(({ service, evidence }) => `${service}: ${evidence}`);
}

/** Whether the cloud still updates the pages that the corpus has. */
export function keepsPagesUpToDate(cloud: Cloud): boolean {
  return !frozen.has(cloud);
}

/**
 * Huawei Cloud no longer updates its public repositories (facts.md#frozen-documentation). Policies in use have over a
 * hundred newer actions (facts.md#actions-newer-than-the-tables).
 */
const frozen: ReadonlySet<Cloud> = new Set(["huaweicloud"]);

interface MissingPages {
  readonly service: string;
  readonly evidence: string;
  readonly commonOperationsOnly: boolean;
}

const missing: { readonly [cloud in Cloud]: readonly MissingPages[] } = {
  otc: [
    {
      service: "drs",
      evidence: "its only table lists common operations, in a manual; its APIs have no table",
      commonOperationsOnly: true,
    },
    {
      service: "gaussdb",
      evidence:
        "its only table lists common operations, in a manual; its APIs and those of TaurusDB have none (facts.md#pages-and-rows-counted)",
      commonOperationsOnly: true,
    },
  ],
  "otc-swiss": [],
  huaweicloud: [
    {
      service: "ecs",
      evidence:
        "the corpus lacks the old page on the life cycle, which named former actions; without it, the other old pages suggest wrong present names",
      commonOperationsOnly: false,
    },
  ],
};
