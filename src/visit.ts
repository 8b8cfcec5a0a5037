import type { RuleVisitor } from "@eslint/core";
import type { CarrierProblem } from "./carriers/carrier-problem.js";
import { carriedPolicies, mayHoldPolicy, type CarriedPolicies } from "./carriers/index.js";
import { catalogOf, type Catalog } from "./catalog/catalog.js";
import { readFileComments, type CommentProblem } from "./file-comments.js";
import { isMomoa } from "./hosts/index.js";
import type { HostSource } from "./hosts/source.js";
import type { PolicyDocument } from "./policy/document.js";
import { parsePattern } from "./policy/pattern.js";
import type { PolicyRuleContext } from "./rule.js";
import { settingsOf, type Settings } from "./settings.js";

/** What is to be known of a policy besides itself. */
export interface PolicyFacts {
  readonly settings: Settings;
  /** What the policy's cloud documents, or all clouds where none is named. */
  readonly catalog: Catalog;
  /** The policy and those that the file grants to the same group, user or agency. */
  readonly grantedTogether: readonly PolicyDocument[];
  /** Other policies that the file grants to somebody who may be the same: one of the two is not known. */
  readonly perhapsGrantedTogether: readonly PolicyDocument[];
}

/** What a rule wants to see of a file. */
export interface PolicyHandlers {
  /** Each policy that is written in the file, in its order. */
  document?(document: PolicyDocument, facts: PolicyFacts): void;
  /** Those among them that are custom policies (1.1): the rules of that version are not those of others. */
  customPolicy?(document: PolicyDocument, facts: PolicyFacts): void;
  /** Each policy that is written elsewhere and granted here. */
  importedDocument?(document: PolicyDocument, facts: PolicyFacts): void;
  /** Each thing that is wrong where a policy should be. */
  problem?(problem: CarrierProblem): void;
  /** Each comment for the plugin that is not understood, in a file that has a policy. */
  comment?(problem: CommentProblem): void;
}

interface PolicyFile {
  /** The settings of the run, as ESLint gives them to each rule: another run may have others for the same tree. */
  readonly runSettings: object;
  /** In the order of the text. */
  readonly policies: readonly { readonly document: PolicyDocument; readonly facts: PolicyFacts }[];
  readonly problems: readonly CarrierProblem[];
  readonly commentProblems: readonly CommentProblem[];
}

/**
 * What was found in the file that is linted, shared by all rules: each policy is built once. Only of the last file, as
 * ESLint goes through one after the other: what is kept longer fills the memory with trees.
 */
let latest: { readonly ast: object; readonly file: PolicyFile } | undefined;

/** A visitor for every host that hands a rule the policies of the file. */
export function definePolicyVisitor(context: PolicyRuleContext, handlers: PolicyHandlers): RuleVisitor {
  return isMomoa(context.sourceCode.ast) ? { Document: visit } : { Program: visit };

  function visit(): void {
    const file = fileOf(context);
    for (const problem of file.problems) {
      handlers.problem?.(problem);
    }
    for (const problem of file.commentProblems) {
      handlers.comment?.(problem);
    }
    for (const { document, facts } of file.policies) {
      if (document.origin === undefined) {
        handlers.document?.(document, facts);
        if (document.dialect === "1.1") {
          handlers.customPolicy?.(document, facts);
        }
      } else {
        handlers.importedDocument?.(document, facts);
      }
    }
  }
}

/**
 * Whether a rule has anything to do in a file. Most files of a project hold no policy: there, no rule listens.
 *
 * @throws Error where a setting is wrong, in every file
 */
export function isWorthVisiting({ sourceCode, settings }: PolicyRuleContext): boolean {
  if (latestLook?.ast !== sourceCode.ast || latestLook.runSettings !== settings) {
    const isWorth = mayHoldPolicy(sourceCode.text, settingsOf(settings).carriers ?? []);
    latestLook = { ast: sourceCode.ast, runSettings: settings, isWorth };
  }
  return latestLook.isWorth;
}

/** Whether the file that is linted is worth visiting, asked once for all rules. */
let latestLook: { readonly ast: object; readonly runSettings: object; readonly isWorth: boolean } | undefined;

function fileOf(context: PolicyRuleContext): PolicyFile {
  const { sourceCode, settings } = context;
  if (latest?.ast !== sourceCode.ast || latest.file.runSettings !== settings) {
    const file = { ...readFile(context, settingsOf(settings)), runSettings: settings };
    latest = { ast: sourceCode.ast, file };
  }
  return latest.file;
}

/** A comment in the file counts more than the settings of the configuration. */
function readFile(context: PolicyRuleContext, shared: Settings): Omit<PolicyFile, "runSettings"> {
  const { sourceCode } = context;
  const carried = carriedPolicies(hostSourceOf(context), {
    isDocumented: isDocumentedAnywhere,
    isService: (name) => catalogOf(undefined).service(name) !== undefined,
    ownCarriers: shared.carriers ?? [],
  });
  const hasPolicy = carried.documents.length + carried.problems.length > 0;
  const comments = hasPolicy ? readFileComments(sourceCode) : { settings: {}, problems: [] };
  const settings = { ...shared, ...comments.settings };
  const policies = carried.documents.map((document) => ({ document, facts: factsOf(document, carried, settings) }));
  return { policies, problems: carried.problems, commentProblems: comments.problems };
}

/** What the user says counts more than what the carrier knows. */
function factsOf(document: PolicyDocument, { documents }: CarriedPolicies, settings: Settings): PolicyFacts {
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
  const { visitorKeys, parserServices, getScope } = sourceCode as Partial<HostSource>;
  return {
    ast: sourceCode.ast,
    text: sourceCode.text,
    filename,
    languageOptions,
    visitorKeys,
    parserServices,
    getScope: getScope?.bind(sourceCode),
  };
}

/** Any cloud's name will do to tell a policy: of which cloud it is, the settings say. */
function isDocumentedAnywhere(action: string): boolean {
  const pattern = parsePattern(action);
  return pattern !== undefined && catalogOf(undefined).action(pattern) !== undefined;
}
