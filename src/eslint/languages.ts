import type { Language } from "@eslint/core";
import { readers } from "../hosts/index.js";
import { textLanguage } from "./text-language.js";

/** The languages that the plugin brings along, because ESLint has no other plugin for them. */
export const languages: Readonly<Record<keyof typeof readers, Language>> = { hcl: textLanguage(readers.hcl) };
