// In a browser, stands for `src/catalog/sha256.ts`.
export { hashOfPackageFile as sha256 } from "./package-files.js";
