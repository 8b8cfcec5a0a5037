import type { LanguageOptions, RuleContext, RuleDefinition, TextSourceCode } from "@eslint/core";
import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { hosts } from "../hosts/index.js";
import { hostToVisit } from "./policy-gate.js";
import { visitPolicies, type PolicyChecks } from "./policy-visitor.js";

/** The options of a rule, inferred from its schema. */
type OptionsOf<Schema extends readonly JSONSchema[]> = {
  -readonly [Index in keyof Schema]: Schema[Index] extends JSONSchema ? FromSchema<Schema[Index]> : never;
};

/** The source code of any language: text and a tree, whose shape only its host knows. */
export interface PolicySourceCode extends TextSourceCode<{
  LangOptions: LanguageOptions;
  RootNode: object;
  SyntaxElementWithLoc: unknown;
  ConfigNode: unknown;
}> {
  getLocFromIndex(index: number): { line: number; column: number };
}

type HostContext<Options extends unknown[], MessageIds extends string> = RuleContext<{
  LangOptions: LanguageOptions;
  Code: PolicySourceCode;
  RuleOptions: Options;
  Node: unknown;
  MessageIds: MessageIds;
}>;

/**
 * The rule context in any language, with the members that our rules need. They work on the policy model, not on a
 * host's tree.
 */
export type PolicyRuleContext<Options extends unknown[] = unknown[], MessageIds extends string = string> = Pick<
  HostContext<Options, MessageIds>,
  "cwd" | "filename" | "physicalFilename" | "languageOptions" | "options" | "settings" | "sourceCode" | "report"
>;

export interface RuleDocs {
  /** A sentence about the rule, "Disallow ...", without a full stop. */
  readonly description: string;
  /** The first of our configurations that enables the rule; stricter ones enable it too. */
  readonly config: "recommended" | "strict";
  /** The severity in that configuration. */
  readonly severity: "error" | "warn";
  /** The options in our strict configurations, if the defaults are more lenient. */
  readonly strictOptions?: object;
}

/** The contents of a rule file: metadata and the checks to run, without any logic. */
interface RuleParts<Schema extends readonly JSONSchema[], MessageIds extends string> {
  readonly name: string;
  readonly meta: {
    readonly type: "problem" | "suggestion" | "layout";
    readonly docs: RuleDocs;
    readonly fixable?: "code";
    readonly hasSuggestions?: boolean;
    readonly schema: Schema;
    readonly defaultOptions: NoInfer<OptionsOf<Schema>>;
    readonly messages: Readonly<Record<MessageIds, string>>;
  };
  /** Creates the checks of the rule, by what they check. */
  readonly create: (options: Extract<OptionsOf<Schema>, unknown[]>) => PolicyChecks<NoInfer<MessageIds>>;
}

export type PolicyRule = RuleDefinition & { readonly meta: { readonly docs: RuleDocs & { readonly url: string } } };

const docsUrl = "https://github.com/eslint-plugin-huaweicloud-iam/eslint-plugin-huaweicloud-iam/blob/main/docs/rules";

/** ESLint rejects a rule in any other language. */
const languages = [...new Set(hosts.flatMap((host) => host.languages))];

/** Creates an ESLint rule; adds the documentation URL and the languages, which all rules share. */
export function createRule<const Schema extends readonly JSONSchema[], MessageIds extends string>({
  name,
  meta,
  create,
}: RuleParts<Schema, MessageIds>): PolicyRule {
  const checksFor = rememberingLast(create);
  const docs = { ...meta.docs, recommended: meta.docs.config === "recommended", url: `${docsUrl}/${name}.md` };
  return {
    meta: { ...meta, languages, docs },
    create(context) {
      const ruleContext = context as HostContext<Extract<OptionsOf<Schema>, unknown[]>, MessageIds>;
      const host = hostToVisit(ruleContext);
      return host ? visitPolicies(ruleContext, host, checksFor(ruleContext.options), meta.messages) : {};
    },
  };
}

/** Keeps the checks for the options of the last file: ESLint passes the same objects for all files of a configuration. */
function rememberingLast<Options extends unknown[], Checks>(
  create: (options: Options) => Checks,
): (options: Options) => Checks {
  let last: { readonly options: Options; readonly checks: Checks } | undefined;
  return (options) => {
    if (last?.options.length !== options.length || !options.every((option, index) => option === last?.options[index])) {
      last = { options, checks: create(options) };
    }
    return last.checks;
  };
}
