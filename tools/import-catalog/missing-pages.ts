/**
 * What keeps the tables of the corpus from being all that a cloud has: then an action that is missing in them may
 * well exist. Reviewed by hand, the evidence beside each.
 */
import type { Cloud } from "../../src/catalog/format.js";

/** Whether pages of the service are known to be missing from the corpus. */
export function lacksPages(cloud: Cloud, service: string): boolean {
  return missing[cloud].some((one) => one.service === service);
}

/** What is known of the pages that a cloud has and the corpus lacks, a line each. */
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
    {
      service: "elb",
      evidence: "24 pages counted (facts.md#pages-and-rows-counted), 23 here; Swiss OTC has a page of quotas",
    },
    { service: "vpcep", evidence: "19 actions counted (facts.md#pages-and-rows-counted), 8 here" },
    { service: "eps", evidence: "a table with two marks in a cell is known (facts.md#cells-of-tables), no page here" },
    {
      service: "gaussdb",
      evidence: "tables of its manual are counted (facts.md#pages-and-rows-counted), no page here",
    },
    { service: "sfsturbo", evidence: "dependencies in prose are known (facts.md#cells-of-tables), no page here" },
  ],
  "otc-swiss": [
    { service: "dns", evidence: "a page of tags is counted (facts.md#pages-and-rows-counted) and not here" },
  ],
  huaweicloud: [
    { service: "dms", evidence: "the repository of Kafka is among those counted, no page here" },
    { service: "dns", evidence: "example policies use record sets, which have no page here" },
    {
      service: "ecs",
      evidence: "the page of the life cycle is known (facts.md#heads-of-tables), 27 in a numbered series",
    },
    { service: "ims", evidence: "the numbered series has no page 1; in the other clouds it is the sharing of images" },
    { service: "scm", evidence: "its tables are counted (facts.md#pages-and-rows-counted), no page here" },
  ],
};
