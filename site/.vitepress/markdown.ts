import { relative, resolve, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { MarkdownRenderer } from "vitepress";
import { catalogOf } from "../../src/catalog/catalog.js";
import { parsePattern } from "../../src/policy/pattern.js";
import { examplesOf } from "../engine/rule-examples.js";
import { playgroundPolicy } from "../engine/rule-playground.js";
import { fragmentOf } from "../engine/shared-policy.js";
import { repository } from "./repository.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Pages are written for GitHub. Here, what they say of files of the project leads there, documented actions lead to the
 * catalogue, and each example of a rule to the playground.
 *
 * @param base the path of the site, with `/` at both ends
 */
export function extendMarkdown(base: string, fragments: ReadonlyMap<string, string>) {
  return (md: MarkdownRenderer): void => {
    md.core.ruler.push("links-of-the-project", ({ tokens, env }) => {
      const page = fileOf(env);
      for (const [index, { type, children }] of tokens.entries()) {
        let depth = tokens[index - 1]?.type === "heading_open" ? 1 : 0;
        for (const token of type === "inline" ? (children ?? []) : []) {
          if (token.type === "link_open") {
            depth++;
            token.attrSet("href", hrefOf(String(token.attrGet("href")), page));
          } else if (token.type === "link_close") {
            depth--;
          } else if (token.type === "code_inline" && depth === 0 && isDocumented(token.content)) {
            token.meta = { href: `${base}catalog/#${token.content}` };
          }
        }
      }
    });

    // Vue would evaluate the braces of a template in it.
    md.renderer.rules["code_inline"] = (tokens, index) => {
      const { content = "", meta } = tokens[index] ?? {};
      const code = `<code v-pre>${md.utils.escapeHtml(content)}</code>`;
      const href = (meta as { href: string } | null | undefined)?.href;
      return href === undefined ? code : `<a href="${md.utils.escapeHtml(href)}" class="action">${code}</a>`;
    };

    const fence = md.renderer.rules["fence"];
    md.renderer.rules["fence"] = (tokens, index, options, env, self) => {
      const block = fence?.(tokens, index, options, env, self) ?? "";
      const fragment = fragments.get(keyOf(fileOf(env), tokens[index]?.content ?? ""));
      return fragment === undefined
        ? block
        : `${block}<p class="try-it"><a href="${base}playground/${fragment}">Try it in the playground</a></p>`;
    };
  };
}

/** The fragments of the links to the playground, by page and text of the example. */
export async function playgroundFragments(pages: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const fragments = new Map<string, string>();
  for (const [file, page] of pages) {
    const rule = /(?<rule>[^/\\]+)\.md$/u.exec(file)?.groups?.["rule"] ?? "";
    for (const example of examplesOf(page)) {
      const policy = playgroundPolicy(rule, example);
      if (policy) {
        fragments.set(keyOf(file, example.code), await fragmentOf(policy));
      }
    }
  }
  return fragments;
}

/** The file of a page, which has another path on the site. */
function fileOf(env: unknown): string {
  return (env as { readonly realPath?: string } | undefined)?.realPath ?? "";
}

function keyOf(file: string, code: string): string {
  return `${relative(root, file)}\n${code}`;
}

function isDocumented(text: string): boolean {
  const pattern = /^[\w-]+:[\w.-]+:[\w-]+$/u.test(text) ? parsePattern(text) : undefined;
  return pattern !== undefined && catalogOf(undefined).action(pattern) !== undefined;
}

/** What is no page of the site is a file on GitHub. */
function hrefOf(href: string, page: string): string {
  if (/^(?:[a-z]+:|[#/])/u.test(href)) {
    return href;
  }
  const path = relative(root, resolve(dirname(page), href)).replaceAll("\\", "/");
  return /^docs\/[^#]*\.md(?:#|$)/u.test(path) || page.includes("/site/pages/")
    ? href
    : `${repository}/blob/main/${path}`;
}
