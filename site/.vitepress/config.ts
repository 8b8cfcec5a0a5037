import { fileURLToPath } from "node:url";
import { defineConfig } from "vitepress";
import { replacementOf } from "../engine/replacements.js";
import { extendMarkdown, playgroundFragments } from "./markdown.js";
import { dataFolder, publishedCatalog } from "./published-catalog.js";
import { repository } from "./repository.js";
import { ruleExamples, ruleNames, rulePages } from "./rule-pages.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** On GitHub Pages, a project's site is in a folder. */
const base = process.env["SITE_BASE"] ?? "/";

const title = "huaweicloud-iam";

/** A shield. */
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0d7a6f" d="M8 0l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V3z"/><path fill="none" stroke="#fff" stroke-width="2" d="M4.5 8l2.5 2.5 4.5-5"/></svg>')}`;

export default defineConfig({
  title,
  description: "Look up and check IAM policies of Huawei Cloud, Open Telekom Cloud and Swiss OTC",
  base,
  srcDir: root,
  srcExclude: ["*.md", "{.github,catalog,dist,examples,findings,rules,src,test,tools}/**", "site/*.md"],
  rewrites: { "docs/:page*": ":page*", "site/pages/:page*": ":page*" },
  outDir: "dist",
  cacheDir: "node_modules/.cache/vitepress",
  lang: "en",
  head: [["link", { rel: "icon", href: icon }]],
  lastUpdated: false,
  markdown: {
    // The colours of others are too pale on the grey of a block.
    theme: { light: "github-light-high-contrast", dark: "github-dark" },
    config: extendMarkdown(base, await playgroundFragments(rulePages)),
  },
  transformHead: () => [["meta", { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy }]],
  vite: {
    define: {
      __DATA_FOLDER__: JSON.stringify(dataFolder),
      __RULE_EXAMPLES__: JSON.stringify(ruleExamples()),
    },
    plugins: [
      publishedCatalog(base),
      {
        name: "for-browsers",
        enforce: "pre",
        resolveId: (specifier, importer = "") => replacementOf(specifier, importer) ?? null,
      },
      {
        // Pages outside of this folder become components, and the packages that they need are here.
        name: "packages-of-pages",
        enforce: "pre",
        resolveId(specifier, importer = "", { ssr = false }) {
          if (!/^vue(?:\/|$)/u.test(specifier)) {
            return null;
          }
          if (ssr) {
            return { id: specifier, external: true };
          }
          return /\.md(?:\?|$)/u.test(importer)
            ? this.resolve(specifier, fileURLToPath(import.meta.url), { skipSelf: true })
            : null;
        },
      },
    ],
    server: { fs: { allow: [root] } },
    // What of it is large is loaded when somebody asks for it.
    build: { target: "es2022", chunkSizeWarningLimit: 5000 },
  },
  themeConfig: {
    nav: [
      { text: "Playground", link: "/playground/" },
      { text: "Catalogue", link: "/catalog/" },
      { text: "Guides", link: "/set-up" },
      { text: "Rules", link: `/rules/${ruleNames[0] ?? ""}` },
    ],
    sidebar: [
      {
        text: "Guides",
        items: [
          { text: "Set-up", link: "/set-up" },
          { text: "Terraform and OpenTofu", link: "/terraform" },
          { text: "YAML", link: "/yaml" },
          { text: "Programs", link: "/programs" },
          { text: "Markdown", link: "/markdown" },
          { text: "Editor", link: "/editor" },
          { text: "Completion", link: "/completion" },
          { text: "The command", link: "/command" },
          { text: "The site", link: "/site" },
          { text: "Adoption", link: "/adoption" },
          { text: "Large repositories", link: "/large-repositories" },
          { text: "Troubleshooting", link: "/troubleshooting" },
          { text: "What is known", link: "/coverage" },
        ],
      },
      {
        text: "Checks in a pipeline",
        items: [
          { text: "Pull requests", link: "/pull-requests" },
          { text: "GitHub", link: "/github" },
          { text: "GitLab", link: "/gitlab" },
          { text: "pre-commit", link: "/pre-commit" },
          { text: "lint-staged", link: "/lint-staged" },
          { text: "oxlint", link: "/oxlint" },
          { text: "Assistants", link: "/assistants" },
        ],
      },
      { text: "Rules", items: ruleNames.map((name) => ({ text: name, link: `/rules/${name}` })) },
    ],
    outline: [2, 3],
    socialLinks: [{ icon: "github", link: repository }],
    search: {
      provider: "local",
      // An action is several words, and a page about it has all of them.
      options: { miniSearch: { searchOptions: { combineWith: "AND" } } },
    },
  },
});

/**
 * What a page may load: nothing from elsewhere, so that no policy leaves the browser. ESLint makes functions of the
 * schemas of options, and VitePress writes a script into each page.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
].join("; ");
