import packageJson from "../../package.json" with { type: "json" };

/** Where the project is, and what the site links to. */
export const repository = packageJson.repository.url.replace(/^git\+|\.git$/gu, "");
