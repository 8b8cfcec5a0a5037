import type { RuleVisitor } from "@eslint/core";
import { carriedPolicies, type CarriedPolicies } from "./carriers/index.js";
import { catalogOf, type Catalog } from "./catalog/catalog.js";
import { readFileComments, type CommentProblem } from "./file-comments.js";
import type { JsonProblem } from "./hosts/json-text.js";
import type { PolicyDocument } from "./policy/document.js";
import { parsePattern } from "./policy/pattern.js";
import type { PolicyRuleContext, PolicySourceCode } from "./rule.js";
import { settingsOf, type Settings } from "./settings.js";

/** What holds for all policies of a file. */
export interface PolicyFacts {
  readonly settings: Settings;
  /** What the file's cloud documents, or all clouds where none is named. */
  readonly catalog: Catalog;
}

/** What a rule wants to see of a file. */
export interface PolicyHandlers {
  /** Each policy, in the order of the file. */
  document?(document: PolicyDocument, facts: PolicyFacts): void;
  /** Each text that is meant to be a policy and is no JSON. */
  unparsable?(text: JsonProblem): void;
  /** Each comment for the plugin that is not understood, in a file that has a policy. */
  comment?(problem: CommentProblem): void;
}

interface PolicyFile extends CarriedPolicies {
  /** The settings of the run, as ESLint gives them to each rule: another run may have others for the same tree. */
  readonly runSettings: object;
  readonly facts: PolicyFacts;
  readonly comments: readonly CommentProblem[];
}

/** What was found in a file, shared by all rules: each policy is built once. */
const files = new WeakMap<object, PolicyFile>();

/** A visitor for every host that hands a rule the policies of the file. */
export function definePolicyVisitor(context: PolicyRuleContext, handlers: PolicyHandlers): RuleVisitor {
  return { Program: visit, Document: visit };

  function visit(): void {
    const file = fileOf(context);
    for (const text of file.unparsable) {
      handlers.unparsable?.(text);
    }
    for (const problem of file.comments) {
      handlers.comment?.(problem);
    }
    for (const document of file.documents) {
      handlers.document?.(document, file.facts);
    }
  }
}

function fileOf({ sourceCode, settings }: PolicyRuleContext): PolicyFile {
  let file = files.get(sourceCode.ast);
  if (file?.runSettings !== settings) {
    file = { ...readFile(sourceCode, settingsOf(settings)), runSettings: settings };
    files.set(sourceCode.ast, file);
  }
  return file;
}

/** A comment in the file counts more than the settings of the configuration. */
function readFile(sourceCode: PolicySourceCode, shared: Settings): Omit<PolicyFile, "runSettings"> {
  const carried = carriedPolicies(sourceCode, isDocumentedAnywhere);
  const hasPolicy = carried.documents.length + carried.unparsable.length > 0;
  const comments = hasPolicy ? readFileComments(sourceCode) : { settings: {}, problems: [] };
  const settings = { ...shared, ...comments.settings };
  return { ...carried, facts: { settings, catalog: catalogOf(settings.cloud) }, comments: comments.problems };
}

/** Any cloud's name will do to tell a policy: of which cloud it is, the settings say. */
function isDocumentedAnywhere(action: string): boolean {
  const pattern = parsePattern(action);
  return pattern !== undefined && catalogOf(undefined).action(pattern) !== undefined;
}
