import type { RuleVisitor } from "@eslint/core";
import type { CarrierProblem, CarrierProblemId } from "../carriers/carrier-problem.js";
import { carriedPolicies, mayHoldPolicy, type CarriedPolicies } from "../carriers/index.js";
import { catalogOf } from "../catalog/catalog.js";
import type { PolicyContext } from "../checks/policy-context.js";
import type { Problem } from "../edit/problem.js";
import { readFileComments, type CommentProblem } from "./file-comments.js";
import type { Host } from "../hosts/host.js";
import { hostOf } from "../hosts/index.js";
import type { HostSource } from "../hosts/source.js";
import type { PolicyDocument } from "../policy/document.js";
import { parsePattern } from "../policy/pattern.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { Reporter } from "./report.js";
import { settingsOf, type Settings } from "./settings.js";

export type { CarrierProblemId };

/** The checks of a rule, by what they look at in a file. */
export interface PolicyChecks<Id extends string = string> {
  /** Each policy that is written in the file, in source order. */
  policy?(document: PolicyDocument, context: PolicyContext): readonly Problem<Id>[];
  /** Only the custom policies (1.1) among them: the rules of that version are not those of others. */
  customPolicy?(document: PolicyDocument, context: PolicyContext): readonly Problem<Id>[];
  /** Each policy that is written elsewhere and granted here. */
  importedPolicy?(document: PolicyDocument, context: PolicyContext): readonly Problem<Id>[];
  /** Each place where a policy should be and is not. */
  invalidPolicy?(problem: CarrierProblem): readonly Problem<Id>[];
  /** Each comment for the plugin that is not understood, in a file that has a policy. */
  comment?(problem: CommentProblem): readonly Problem<Id>[];
}

interface PolicyFile {
  /** The settings of the run, as ESLint gives them to each rule: another run may have others for the same tree. */
  readonly runSettings: object;
  /** In the order of the text. */
  readonly policies: readonly { readonly document: PolicyDocument; readonly policyContext: PolicyContext }[];
  readonly problems: readonly CarrierProblem[];
  readonly commentProblems: readonly CommentProblem[];
}

/**
 * What was found in the file that is linted, shared by all rules: each policy is built once. Only of the last file, as
 * ESLint goes through one after the other: what is kept longer fills the memory with trees.
 */
let latest: { readonly ast: object; readonly file: PolicyFile } | undefined;

/** A visitor that asks the checks of a rule about each policy of a file, once ESLint has gone through all of it. */
export function visitPolicies<Id extends string>(
  context: PolicyRuleContext<unknown[], Id>,
  checks: PolicyChecks<Id>,
  messages: Readonly<Record<Id, string>>,
): RuleVisitor {
  const host = hostOf(context.sourceCode.ast);
  return host ? { [host.rootNode]: () => visit(host) } : {};

  function visit(host: Host): void {
    const file = fileOf(context, host);
    const reporter = new Reporter(context, host.syntax, messages);
    for (const problem of file.problems) {
      checks.invalidPolicy?.(problem).forEach((found) => reporter.report(found, problem.range));
    }
    for (const problem of file.commentProblems) {
      checks.comment?.(problem).forEach((found) => reporter.report(found, problem.range));
    }
    for (const { document, policyContext } of file.policies) {
      problemsOf(document, policyContext, checks).forEach((found) => reporter.report(found, document.range));
    }
  }
}

function problemsOf<Id extends string>(
  document: PolicyDocument,
  context: PolicyContext,
  checks: PolicyChecks<Id>,
): readonly Problem<Id>[] {
  if (document.origin !== undefined) {
    return checks.importedPolicy?.(document, context) ?? [];
  }
  const problems = checks.policy?.(document, context) ?? [];
  return document.dialect === "1.1" && checks.customPolicy
    ? [...problems, ...checks.customPolicy(document, context)]
    : problems;
}

/**
 * Whether a rule has anything to do in a file. Most files of a project hold no policy: there, no rule listens.
 *
 * @throws Error where a setting is wrong, in every file
 */
export function isWorthVisiting({ sourceCode, settings }: PolicyRuleContext): boolean {
  if (latestLook?.ast !== sourceCode.ast || latestLook.runSettings !== settings) {
    const isWorth = mayHoldPolicy(sourceCode.text, settingsOf(settings).policySources ?? []);
    latestLook = { ast: sourceCode.ast, runSettings: settings, isWorth };
  }
  return latestLook.isWorth;
}

/** Whether the file that is linted is worth visiting, asked once for all rules. */
let latestLook: { readonly ast: object; readonly runSettings: object; readonly isWorth: boolean } | undefined;

function fileOf(context: PolicyRuleContext, host: Host): PolicyFile {
  const { sourceCode, settings } = context;
  if (latest?.ast !== sourceCode.ast || latest.file.runSettings !== settings) {
    const file = { ...readFile(hostSourceOf(context), host, settingsOf(settings)), runSettings: settings };
    latest = { ast: sourceCode.ast, file };
  }
  return latest.file;
}

/** A comment in the file counts more than the settings of the configuration. */
function readFile(source: HostSource, host: Host, shared: Settings): Omit<PolicyFile, "runSettings"> {
  const carried = carriedPolicies(host, source, {
    isDocumented: isDocumentedAnywhere,
    isService: (name) => catalogOf(undefined).service(name) !== undefined,
    policySources: shared.policySources ?? [],
  });
  const hasPolicy = carried.documents.length + carried.problems.length > 0;
  const comments = hasPolicy ? readFileComments(host.comments(source)) : { settings: {}, problems: [] };
  const settings = { ...shared, ...comments.settings };
  const policies = carried.documents.map((document) => ({
    document,
    policyContext: policyContextOf(document, carried, settings),
  }));
  return { policies, problems: carried.problems, commentProblems: comments.problems };
}

/** What the user says counts more than what the carrier knows. */
function policyContextOf(document: PolicyDocument, { documents }: CarriedPolicies, settings: Settings): PolicyContext {
  // Most policies of a file are granted nowhere in it: then no other one counts.
  const isGranted = document.grantSites.length > 0;
  const others = isGranted ? documents.filter((other) => other !== document && other.grantSites.length > 0) : [];
  const together = others.filter((other) => sharePrincipal(other, document));
  return {
    settings,
    catalog: catalogOf(settings.cloud ?? document.cloud),
    grantedTogether: [document, ...together],
    perhapsGrantedTogether: others.filter((other) => !together.includes(other) && maySharePrincipal(other, document)),
  };
}

function sharePrincipal(one: PolicyDocument, other: PolicyDocument): boolean {
  const principals = new Set(one.grantSites.map(({ principal }) => principal));
  return other.grantSites.some(({ principal }) => principal !== undefined && principals.has(principal));
}

function maySharePrincipal(one: PolicyDocument, other: PolicyDocument): boolean {
  const isGranted = one.grantSites.length > 0 && other.grantSites.length > 0;
  return isGranted && [...one.grantSites, ...other.grantSites].some(({ principal }) => principal === undefined);
}

function hostSourceOf({ sourceCode, filename, languageOptions }: PolicyRuleContext): HostSource {
  const { visitorKeys, parserServices, comments, getScope } = sourceCode as Partial<HostSource>;
  return {
    ast: sourceCode.ast,
    text: sourceCode.text,
    filename,
    languageOptions,
    visitorKeys,
    parserServices,
    comments,
    getScope: getScope?.bind(sourceCode),
  };
}

/** Any cloud's name will do to tell a policy: of which cloud it is, the settings say. */
function isDocumentedAnywhere(action: string): boolean {
  const pattern = parsePattern(action);
  return pattern !== undefined && catalogOf(undefined).action(pattern) !== undefined;
}
