/**
 * The level of a service (role types AX and XA). Reviewed by hand. Services that are not listed have no level.
 *
 * Global: Config (rms), IAM, OBS and TMS according to OTC's permission chapter, EPS, UCS and APM according to their
 * guides (facts.md#levels-of-services), SCM according to Huawei Cloud's documentation, CDN and BSS according to
 * secondary sources (facts.md#levels-from-secondary-sources). Project: all other services in OTC's permission chapter
 * (facts.md#levels-of-services), which includes AS and BMS.
 */
export type ServiceLevel = "global" | "project";

/** The level of a service prefix in lower case, or `undefined` if no source is known. */
export function serviceLevel(service: string): ServiceLevel | undefined {
  if (globalServices.has(service)) return "global";
  return projectServices.has(service) ? "project" : undefined;
}

const globalServices: ReadonlySet<string> = new Set([
  "apm", "bss", "cdn", "eps", "iam", "obs", "rms", "scm", "tms", "ucs",
]); // prettier-ignore

/** `dcaas` is Direct Connect, `dms` are the message services, and `vpc` includes EIP. */
const projectServices: ReadonlySet<string> = new Set([
  "aom", "apig", "as", "bms", "cbr", "cce", "cci", "ces", "css", "cts", "dataarts", "dcaas", "dcs", "dds", "deh",
  "dms", "dns", "drs", "dws", "ecs", "eip", "elb", "er", "esw", "evs", "functiongraph", "gaussdb", "hss", "ims",
  "kms", "lts", "modelarts", "mrs", "nat", "ocr", "rds", "rf", "sfs", "sfsturbo", "smn", "swr", "vpc", "vpcep",
  "vpn", "waf",
]); // prettier-ignore
