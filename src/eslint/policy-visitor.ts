import type { RuleVisitor } from "@eslint/core";
import type { CarrierProblem, CarrierProblemId } from "../carriers/carrier-problem.js";
import { carriedPolicies, type CarriedPolicies } from "../carriers/index.js";
import type { Tables } from "../catalog/catalog.js";
import type { Check } from "../checks/summary/check.js";
import type { PolicyContext } from "../checks/policy-context.js";
import { Summary } from "../checks/summary/summary.js";
import type { Problem } from "../edit/problem.js";
import { readFileComments, type CommentProblem } from "./file-comments.js";
import type { Host } from "../hosts/host.js";
import type { HostSource } from "../hosts/source.js";
import type { PolicyDocument } from "../policy/document.js";
import { maySharePrincipal } from "../policy/grant-site.js";
import { isWithin, type Range } from "../text/range.js";
import { parsePattern } from "../policy/pattern.js";
import type { PolicyRuleContext } from "./create-rule.js";
import { Reporter } from "./report.js";
import { tablesFor } from "./project-tables.js";
import { settingsOf, type Settings } from "./settings.js";

export type { CarrierProblemId };

/** The checks of a rule, by what they check in a file. */
export interface PolicyChecks<Id extends string = string> {
  /** Checks each policy written in the file, in source order. */
  readonly policy?: Check<Id>;
  /** Checks custom policies (1.1) only: other versions have other rules. */
  readonly customPolicy?: Check<Id>;
  /** Checks policies of version 5.0 only, of any kind. */
  readonly identityPolicy?: Check<Id>;
  /** Checks each policy that is written elsewhere and granted in the file. */
  readonly importedPolicy?: Check<Id>;
  /** Checks each list of actions outside of policies, which nothing is known of but the actions. */
  readonly actionList?: Check<Id>;
  /** Checks each place where a policy is required but invalid. */
  invalidPolicy?(problem: CarrierProblem): readonly Problem<Id>[];
  /** Checks each invalid comment addressed to the plugin, in a file that has a policy. */
  comment?(problem: CommentProblem): readonly Problem<Id>[];
}

interface CheckedPolicy {
  readonly document: PolicyDocument;
  readonly policyContext: PolicyContext;
  readonly summary: Summary;
}

interface PolicyFile {
  /** The settings object that ESLint passes to each rule: another run may have different settings for the same tree. */
  readonly runSettings: object;
  /** In source order. */
  readonly policies: readonly CheckedPolicy[];
  readonly actionLists: readonly CheckedPolicy[];
  readonly problems: readonly CarrierProblem[];
  readonly commentProblems: readonly CommentProblem[];
  /** The parts of the file that are used in several places. */
  readonly shared: readonly Range[];
}

/**
 * The policies of the current file, shared by all rules, so that each policy is read once. Only one file is cached, as
 * ESLint lints files one after another and a cached tree takes much memory.
 */
let lastFile: { readonly ast: object; readonly file: PolicyFile } | undefined;

/** Creates a visitor that runs the checks of a rule on each policy of a file, after ESLint has traversed all of it. */
export function visitPolicies<Id extends string>(
  context: PolicyRuleContext<unknown[], Id>,
  host: Host,
  checks: PolicyChecks<Id>,
  messages: Readonly<Record<Id, string>>,
): RuleVisitor {
  return {
    [host.rootNode]() {
      const file = fileOf(context, host);
      if (mayFind(checks, file)) {
        const reporter = new Reporter(context, host.syntax, messages, file.shared);
        findingsIn(file, checks).forEach(({ problem, owner }) => reporter.report(problem, owner));
      }
    },
  };
}

/** Whether a rule has anything to look for in a file. Most rules have not, in most files, so this is all they cost. */
function mayFind(checks: PolicyChecks, { policies, actionLists, problems, commentProblems }: PolicyFile): boolean {
  return (
    policies.some((policy) => mayAsk(checks, policy)) ||
    actionLists.some(({ summary }) => checks.actionList?.when(summary) === true) ||
    problems.length + commentProblems.length > 0
  );
}

function mayAsk(checks: PolicyChecks, { document, summary }: CheckedPolicy): boolean {
  return document.origin === undefined
    ? checks.policy?.when(summary) === true || checkOfDialect(checks, document)?.when(summary) === true
    : checks.importedPolicy?.when(summary) === true;
}

/** The check of the language that a policy is written in. Where it must be another one, that is the mistake. */
function checkOfDialect<Id extends string>(
  { customPolicy, identityPolicy }: PolicyChecks<Id>,
  { dialect, takes }: PolicyDocument,
): Check<Id> | undefined {
  if (takes !== undefined && takes !== dialect) {
    return undefined;
  }
  return dialect === "1.1" ? customPolicy : dialect === "5.0" ? identityPolicy : undefined;
}

/** A problem, and the range of the policy that has it; `undefined` if no policy does. */
interface Finding<Id extends string> {
  readonly problem: Problem<Id>;
  readonly owner: Range | undefined;
}

function findingsIn<Id extends string>(file: PolicyFile, checks: PolicyChecks<Id>): readonly Finding<Id>[] {
  const invalid = file.problems.flatMap((problem) => within(problem.range, checks.invalidPolicy?.(problem)));
  const comments = file.commentProblems.flatMap((problem) => within(problem.range, checks.comment?.(problem)));
  const judged = file.policies.map((policy) => ({ document: policy.document, problems: problemsOf(policy, checks) }));
  return [
    ...invalid,
    ...comments,
    ...judged.flatMap((policy) => within(policy.document.range, ofAllRuns(policy, judged))),
    ...file.actionLists.flatMap((list) => within(undefined, ask(checks.actionList, list))),
  ];
}

function within<Id extends string>(
  owner: Range | undefined,
  problems: readonly Problem<Id>[] = [],
): readonly Finding<Id>[] {
  return problems.map((problem) => ({ problem, owner }));
}

interface JudgedPolicy<Id extends string> {
  readonly document: PolicyDocument;
  readonly problems: readonly Problem<Id>[];
}

/** The problems of a policy, without those that another policy made by the same code does not have. */
function ofAllRuns<Id extends string>(
  { document, problems }: JudgedPolicy<Id>,
  judged: readonly JudgedPolicy<Id>[],
): readonly Problem<Id>[] {
  if (document.value.run === undefined || problems.length === 0) {
    return problems;
  }
  const others = judged.filter((other) => isOfSameCode(other, document));
  return problems.filter((problem) => isOfAllRuns(problem, document, others));
}

/** Whether the same code has made two policies. */
function isOfSameCode<Id extends string>({ document: { range } }: JudgedPolicy<Id>, other: PolicyDocument): boolean {
  return range[0] === other.range[0] && range[1] === other.range[1];
}

/** Whether a problem is one of the code that makes several policies, or none of that code at all. */
function isOfAllRuns<Id extends string>(
  problem: Problem<Id>,
  document: PolicyDocument,
  others: readonly JudgedPolicy<Id>[],
): boolean {
  return (
    !problem.isSuperfluous ||
    !isWithin(problem.range, document.range) ||
    others.every(({ problems }) => problems.some(({ id, range }) => id === problem.id && range[0] === problem.range[0]))
  );
}

function problemsOf<Id extends string>(policy: CheckedPolicy, checks: PolicyChecks<Id>): readonly Problem<Id>[] {
  const { document } = policy;
  return document.origin === undefined
    ? [...ask(checks.policy, policy), ...ask(checkOfDialect(checks, document), policy)]
    : ask(checks.importedPolicy, policy);
}

/** The problems that a check finds, if there is anything to look for. */
function ask<Id extends string>(
  check: Check<Id> | undefined,
  { document, policyContext, summary }: CheckedPolicy,
): readonly Problem<Id>[] {
  return check?.when(summary) ? check.problems(document, policyContext) : [];
}

function fileOf(context: PolicyRuleContext, host: Host): PolicyFile {
  const { cwd, sourceCode, settings } = context;
  if (lastFile?.ast !== sourceCode.ast || lastFile.file.runSettings !== settings) {
    const own = settingsOf(settings);
    const file = { ...readFile(hostSourceOf(context), host, own, tablesFor(own, cwd)), runSettings: settings };
    lastFile = { ast: sourceCode.ast, file };
  }
  return lastFile.file;
}

/** Comments in the file take precedence over settings of the configuration. */
function readFile(source: HostSource, host: Host, shared: Settings, tables: Tables): Omit<PolicyFile, "runSettings"> {
  const carried = carriedPolicies(host, source, {
    isDocumented: (action) => isDocumentedByAnyCloud(action, tables),
    isService: (name) => tables.catalogOf(undefined).service(name) !== undefined,
    isRenamed: (action) => tables.catalogOf(undefined).identity.action(action.toLowerCase())?.aliases !== undefined,
    policySources: shared.policySources ?? [],
  });
  const { documents, actionLists, problems } = carried;
  const hasPolicy = documents.length + actionLists.length + problems.length > 0;
  const comments = hasPolicy ? readFileComments(host.comments(source)) : { settings: {}, problems: [] };
  const settings = { ...shared, ...comments.settings };
  const inContext = (document: PolicyDocument): CheckedPolicy => {
    const policyContext = policyContextOf(document, carried, settings, tables);
    return { document, policyContext, summary: new Summary(document, policyContext) };
  };
  return {
    policies: documents.map(inContext),
    actionLists: actionLists.map(inContext),
    problems,
    commentProblems: comments.problems,
    shared: hasPolicy ? (host.sharedRanges?.(source) ?? []) : [],
  };
}

/** The user's settings take precedence over what the carrier knows. */
function policyContextOf(
  document: PolicyDocument,
  { documents, otherGrants }: CarriedPolicies,
  settings: Settings,
  tables: Tables,
): PolicyContext {
  // Most policies are not granted in their file, so no other policy matters.
  const isGranted = document.grantSites.length > 0;
  const others = isGranted ? documents.filter((other) => other !== document && other.grantSites.length > 0) : [];
  const together = others.filter((other) => sharePrincipal(other, document));
  return {
    settings,
    catalog: tables.catalogOf(settings.cloud ?? document.cloud),
    grantedTogether: [document, ...together],
    possiblyGrantedTogether: others.filter((other) => !together.includes(other) && maySharePrincipals(other, document)),
    otherGrants: otherGrants.filter(({ site }) => document.grantSites.some((own) => maySharePrincipal(own, site))),
  };
}

function sharePrincipal(one: PolicyDocument, other: PolicyDocument): boolean {
  const principals = new Set(one.grantSites.map(({ principal }) => principal));
  return other.grantSites.some(({ principal }) => principal !== undefined && principals.has(principal));
}

function maySharePrincipals(one: PolicyDocument, other: PolicyDocument): boolean {
  return one.grantSites.some((site) => other.grantSites.some((otherSite) => maySharePrincipal(site, otherSite)));
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

/** Any cloud's actions identify a policy; which cloud it belongs to is left to the settings. */
function isDocumentedByAnyCloud(action: string, tables: Tables): boolean {
  const pattern = parsePattern(action);
  return pattern !== undefined && tables.catalogOf(undefined).action(pattern) !== undefined;
}
