/**
 * Services with permission pages that the cloud has and the corpus does not: their tables here are not all, so
 * that an action that is missing in them may well exist. Reviewed by hand, the evidence beside each.
 */
import type { Cloud } from "../../src/catalog/format.js";

/** Whether pages of the service are known to be missing from the corpus. */
export function lacksPages(cloud: Cloud, service: string): boolean {
  return missing[cloud].some((one) => one.service === service);
}

interface MissingPages {
  readonly service: string;
  readonly evidence: string;
}

const missing: { readonly [cloud in Cloud]: readonly MissingPages[] } = {
  otc: [
    { service: "elb", evidence: "24 pages counted (catalog-sources 3.1), 23 here; Swiss OTC has a page of quotas" },
    { service: "vpcep", evidence: "19 actions counted (policy-language 3.3), 8 here" },
  ],
  "otc-swiss": [{ service: "dns", evidence: "a page of tags is described (catalog-sources 3.4) and not here" }],
  huaweicloud: [
    { service: "dns", evidence: "example policies use record sets, which have no page here" },
    { service: "ecs", evidence: "the page of the life cycle is cited (policy-language 0), 27 in a numbered series" },
    { service: "ims", evidence: "the numbered series has no page 1; in the other clouds it is the sharing of images" },
  ],
};
