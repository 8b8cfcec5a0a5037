/** Translates the prose of cells into the vocabulary of the catalogue. The sentences themselves are not kept. */
import type { CompanionRole, Qualifier } from "../../src/catalog/format.js";
import { fold } from "./words.js";

/** The qualifier that a bracket or a sentence expresses, or `undefined` if it is not known. */
export function qualifierOf(text: string): Qualifier | undefined {
  const folded = fold(text);
  return qualifiers.find(([, pattern]) => pattern.test(folded))?.[0];
}

const qualifiers: readonly (readonly [Qualifier, RegExp])[] = [
  ["only-enterprise-project-migration", /only for migration to enterprise projects|仅企业项目迁移需要/u],
  [
    "only-enterprise-projects-enabled",
    /only for users who have enabled (?:the )?enterprise projects?|仅开通企业项目用户需要/u,
  ],
  ["only-system-disk-import", /only for quickly importing system disk images|仅快速导入系统盘镜像需要/u],
  ["only-data-disk-import", /only for quickly importing data disk images|仅快速导入数据盘镜像需要/u],
];

/** The subject of a row. */
export interface Subject {
  /** The title of the API: "Changing the name of a file system". */
  readonly title: string;
  /** The service of the row's action, in lower case. Empty if not known yet. */
  readonly service: string;
}

/**
 * The meaning of a line of prose for the names in it and after it: they apply always, or with a qualifier. `undefined`
 * if the line is not known.
 */
export function lineMeaning(text: string, subject: Subject): Qualifier | "always" | undefined {
  const folded = fold(text);
  const meaning = lineMeanings.find(([, pattern]) => pattern.test(folded))?.[0];
  if (meaning !== undefined) return meaning;
  const action = requirement.exec(folded)?.groups?.["what"];
  if (action === undefined) return undefined;
  return restatesSubject(action, subject) ? "always" : "only-in-some-cases";
}

const lineMeanings: readonly (readonly [Qualifier | "always", RegExp])[] = [
  // SFS Turbo: all instances need network permissions, dedicated ones more.
  ["only-dedicated", /专属场景.*授权项:$/u],
  ["always", /sfs turbo实例时.*授权项:$|^更改安全组需要安全组相关权限:$/u],
  // GES: the line is a heading that groups names by service.
  ["always", /^项目级服务[a-z]+$/u],
  // Cloud Eye: alarms also need permissions of the monitored service, which no table can list.
  ["always", /, and instance query permissions for the selected cloud services$/u],
  ["only-in-some-cases", /^to [^,]+, (?:.* is|the following permissions are) required[.:]$/u],
  // "When pushing to ..., the following actions are needed as well:"
  ["only-in-some-cases", /^[^,]+时,.*授权项:$/u],
];

/** "Changing a lid requires the following permissions:", "Making a pot requires kitchen-related permissions, ..." */
const requirement =
  /^(?<what>[a-z]+ing [^,.:]+?) requires (?:the following permissions:$|[\w-]+-related permissions\b)/u;

/** Whether a phrase only repeats the title and the service of a row. Other words would restrict it to a case. */
function restatesSubject(words: string, { title, service }: Subject): boolean {
  const known = new Set(fold(title).split(" "));
  return words.split(" ").every((word) => articles.has(word) || known.has(word) || service.includes(word));
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);

export interface NoteFacts {
  readonly companionRoles: readonly CompanionRole[];
  readonly defaultEnterpriseProjectOnly: boolean;
}

/**
 * The facts of a note, or `undefined` if it is not known.
 *
 * @param title the title of the row. If the API only imports external image files, a restriction of the note to
 *   external image files is redundant
 */
export function readNote(note: string, title: string): NoteFacts | undefined {
  const folded = fold(note);
  if (folded.includes("only if you select the default enterprise project")) {
    return { companionRoles: [], defaultEnterpriseProjectOnly: true };
  }
  const role = companionRoleOf(note);
  if (role === undefined) return irrelevantNotes.some((pattern) => pattern.test(folded)) ? noFacts : undefined;
  const restricted = externalImageFile.test(folded) && !externalImageFile.test(fold(title));
  const companionRoles: readonly CompanionRole[] = [
    restricted ? { ...role, qualifier: "only-external-image-file" } : role,
  ];
  return { companionRoles, defaultEnterpriseProjectOnly: false };
}

const noFacts: NoteFacts = { companionRoles: [], defaultEnterpriseProjectOnly: false };

const externalImageFile = /external image file|外部镜像文件|外部文件制作镜像/u;

/** Notes without facts for the catalogue. */
const irrelevantNotes: readonly RegExp[] = [
  /instance query permissions for the cloud services are also required/u,
  /^to ensure that the ces agent can provide services properly/u,
];

/** The system role that a sentence requires, or `undefined` if it names no known role. */
export function companionRoleOf(text: string): CompanionRole | undefined {
  const folded = fold(text);
  return encryptionRoleOf(text) ?? companionRoles.find(([pattern]) => pattern.test(folded))?.[1];
}

/** The first match wins. */
const companionRoles: readonly (readonly [RegExp, CompanionRole])[] = [
  [
    /tenant administrator permissions? for obs|对象存储服务的tenant administrator/u,
    { anyOf: ["Tenant Administrator"], service: "obs" },
  ],
  [
    /csbs administrator.*cbr admin|administrator permissions for csbs or admin permissions for cbr/u,
    { anyOf: ["CSBS Administrator", "CBR Admin"] },
  ],
  [/cbr admin/u, { anyOf: ["CBR Admin"] }],
  [/^["“]?kms administrator["”]?,?$/u, { anyOf: ["KMS Administrator"] }],
  [/^["“]?security administrator["”]?,?$/u, { anyOf: ["Security Administrator"] }],
];

/** The role that a sentence requires for encrypted instances. */
export function encryptionRoleOf(text: string): CompanionRole | undefined {
  const folded = fold(text);
  const isAboutEncryption = /encrypted|加密实例/u.test(folded) && folded.includes("kms administrator");
  return isAboutEncryption ? { anyOf: ["KMS Administrator"], qualifier: "only-encrypted" } : undefined;
}
