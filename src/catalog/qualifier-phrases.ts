import type { Qualifier } from "./format.js";

/** The qualifiers as messages show them, in brackets after a name. */
export const qualifierPhrases: Readonly<Record<Qualifier, string>> = {
  "only-enterprise-project-migration": "only to move it to another enterprise project",
  "only-system-disk-import": "only to import a system disk",
  "only-data-disk-import": "only to import a data disk",
  "only-enterprise-projects-enabled": "only if enterprise projects are enabled",
  "only-encrypted": "only for encryption",
  "only-dedicated": "only for dedicated resources",
  "only-in-some-cases": "only in some cases",
  "only-external-image-file": "only for an external image file",
};
