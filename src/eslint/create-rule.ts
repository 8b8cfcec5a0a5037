import type { LanguageOptions, RuleContext, RuleDefinition, TextSourceCode } from "@eslint/core";
import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { hosts } from "../hosts/index.js";
import { isWorthVisiting, visitPolicies, type PolicyChecks } from "./policy-visitor.js";

/** The options of a rule, as its schema describes them. */
type OptionsOf<Schema extends readonly JSONSchema[]> = {
  -readonly [Index in keyof Schema]: Schema[Index] extends JSONSchema ? FromSchema<Schema[Index]> : never;
};

/** The source code of any host: a text and a tree, whose shape is the hosts' matter. */
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

/** The one context type of all hosts, with what our rules need: they work on the policy model, never on a host's tree. */
export type PolicyRuleContext<Options extends unknown[] = unknown[], MessageIds extends string = string> = Pick<
  HostContext<Options, MessageIds>,
  "filename" | "physicalFilename" | "languageOptions" | "options" | "settings" | "sourceCode" | "report"
>;

export interface RuleDocs {
  /** What the rule does: "Disallow ...", without a full stop. */
  readonly description: string;
  /** The first of our configurations that has the rule; each later one has it too. */
  readonly config: "recommended" | "strict";
  /** How that configuration reports it. */
  readonly severity: "error" | "warn";
  /** The options that our strict configurations give the rule, where its defaults leave something out. */
  readonly strictOptions?: object;
}

/** A rule file: what the rule says, and which checks it asks. It has no logic of its own. */
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
  /** The checks of the rule, by what they look at. */
  readonly create: (options: Extract<OptionsOf<Schema>, unknown[]>) => PolicyChecks<NoInfer<MessageIds>>;
}

export type PolicyRule = RuleDefinition & { readonly meta: { readonly docs: RuleDocs & { readonly url: string } } };

const docsUrl = "https://github.com/eslint-plugin-huaweicloud-iam/eslint-plugin-huaweicloud-iam/blob/main/docs/rules";

/** ESLint refuses a rule in any other language. */
const languages = hosts.flatMap((host) => host.languages);

/** Makes a rule of its parts; the documentation's address and the languages are the same for all. */
export function createRule<const Schema extends readonly JSONSchema[], MessageIds extends string>({
  name,
  meta,
  create,
}: RuleParts<Schema, MessageIds>): PolicyRule {
  const docs = { ...meta.docs, recommended: meta.docs.config === "recommended", url: `${docsUrl}/${name}.md` };
  return {
    meta: { ...meta, languages, docs },
    create(context) {
      const own = context as HostContext<Extract<OptionsOf<Schema>, unknown[]>, MessageIds>;
      return isWorthVisiting(own) ? visitPolicies(own, create(own.options), meta.messages) : {};
    },
  };
}
