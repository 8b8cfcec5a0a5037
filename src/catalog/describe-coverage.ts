import type { Coverage, CoverageReason, ServiceEntry } from "./format.js";

/** The reason for the verdict on a service, and what it does not hold for, in one or two sentences. */
export function describeCoverage({ coverage, actions }: Pick<ServiceEntry, "coverage" | "actions">): string {
  return [reasonTexts[coverage.reason](coverage, actions), ...exceptionTexts(coverage)].join(" ");
}

const reasonTexts: { readonly [reason in CoverageReason]: (coverage: Coverage, actions: number) => string } = {
  "same-in-all-clouds": (_, actions) => `All three clouds list the same ${String(actions)} actions, years apart.`,
  "uses-listed": ({ used }) => `All ${String(used)} actions in use are listed.`,
  "few-uses": ({ used }) => fewUsesText(used),
  "more-elsewhere": ({ elsewhere }) =>
    `No action in use is missing, but other clouds list ${String(elsewhere)} more actions.`,
  "uses-missing": ({ used, missing }) => missingText(used, missing),
  "many-uses-missing": ({ used, missing }) => missingText(used, missing),
  "common-operations": () => "The only table is a manual's list of common operations.",
  "no-longer-updated": ({ used, missing }) =>
    `The cloud no longer updates the pages.${missing === 0 ? "" : ` ${missingText(used, missing)}`}`,
  "pages-left-out": () => "Not all pages were read.",
  "no-table": () => "No page of the cloud has a table of the service.",
};

function fewUsesText(used: number): string {
  if (used === 0) return "No action is in use that could be missing.";
  return used === 1
    ? "Only 1 action is in use, and it is listed."
    : `Only ${String(used)} actions are in use, and all are listed.`;
}

function missingText(used: number, missing: number): string {
  return used === 1
    ? "The only action in use is not listed."
    : `Of ${String(used)} actions in use, ${String(missing)} ${missing === 1 ? "is" : "are"} not listed.`;
}

function exceptionTexts({ verdict, partialTypes = {}, newTypes }: Coverage): readonly string[] {
  const types = Object.keys(partialTypes).map((type) => `\`${type}\``);
  const exceptions = [
    ...(types.length > 0 ? [`the resource type${types.length === 1 ? "" : "s"} ${types.join(", ")}`] : []),
    ...(newTypes ? ["resource types that are not listed"] : []),
  ];
  return verdict === "partial" || exceptions.length === 0 ? [] : [`Left alone: ${exceptions.join("; ")}.`];
}
