/**
 * Whether a service is administered globally or per project (role types AX and XA). Reviewed by hand.
 *
 * Global: OTC's permission chapter lists Config (rms), IAM, OBS and TMS; its EPS, UCS and APM guides say so of theirs
 * (facts.md#levels-of-services). SCM by Huawei Cloud's documentation, CDN and BSS by secondary sources
 * (facts.md#levels-from-secondary-sources). Project: every other service that OTC's permission chapter lists
 * (facts.md#levels-of-services); that AS and BMS are among them was looked up in the chapter itself. A service that is
 * not listed here has no level.
 */
export type ServiceLevel = "global" | "project";

/** The level of a service prefix in lower case, or nothing where no source is known. */
export function serviceLevel(service: string): ServiceLevel | undefined {
  if (globalServices.has(service)) return "global";
  return projectServices.has(service) ? "project" : undefined;
}

const globalServices: ReadonlySet<string> = new Set([
  "apm", "bss", "cdn", "eps", "iam", "obs", "rms", "scm", "tms", "ucs",
]); // prettier-ignore

/** Prefixes as the tables use them: `dcaas` is Direct Connect, `dms` the message services, `vpc` also EIP. */
const projectServices: ReadonlySet<string> = new Set([
  "aom", "apig", "as", "bms", "cbr", "cce", "cci", "ces", "css", "cts", "dataarts", "dcaas", "dcs", "dds", "deh",
  "dms", "dns", "drs", "dws", "ecs", "eip", "elb", "er", "esw", "evs", "functiongraph", "gaussdb", "hss", "ims",
  "kms", "lts", "modelarts", "mrs", "nat", "ocr", "rds", "rf", "sfs", "sfsturbo", "smn", "swr", "vpc", "vpcep",
  "vpn", "waf",
]); // prettier-ignore
