/**
 * What the tables say in words beside names, turned into the vocabulary of the catalogue. The sentences
 * themselves are never kept.
 */
import type { CompanionRole, Qualifier } from "../../src/catalog/format.js";
import { fold } from "./words.js";

/** The qualifier that a bracket or a sentence makes, or nothing where it makes none that is known. */
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

/** What a row is about. */
export interface Subject {
  /** The function that the row is for: "Changing the name of a file system". */
  readonly title: string;
  /** The service of the row's action, in lower case; empty where that is not known yet. */
  readonly service: string;
}

/**
 * What a line of prose in a list of names means for the names on it and after it: they count always, or under
 * a qualifier. Nothing where the line is not known.
 */
export function lineMeaning(text: string, subject: Subject): Qualifier | "always" | undefined {
  const folded = fold(text);
  const meaning = lineMeanings.find(([, pattern]) => pattern.test(folded))?.[0];
  if (meaning !== undefined) return meaning;
  const demanding = requirement.exec(folded)?.groups?.["what"];
  if (demanding === undefined) return undefined;
  return saysNoMore(demanding, subject) ? "always" : "only-in-some-cases";
}

const lineMeanings: readonly (readonly [Qualifier | "always", RegExp])[] = [
  // SFS Turbo: network permissions for every instance, more for dedicated ones.
  ["only-dedicated", /专属场景.*授权项:$/u],
  ["always", /sfs turbo实例时.*授权项:$|^更改安全组需要安全组相关权限:$/u],
  // Graph service: the names below are only grouped by their service.
  ["always", /^项目级服务[a-z]+$/u],
  // Cloud Eye: what the alarm is about adds permissions that no table can name.
  ["always", /, and instance query permissions for the selected cloud services$/u],
  ["only-in-some-cases", /^to [^,]+, (?:.* is|the following permissions are) required[.:]$/u],
  // "When pushing to ..., the following actions are needed as well:"
  ["only-in-some-cases", /^[^,]+时,.*授权项:$/u],
];

/** "Changing a lid requires the following permissions:", "Making a pot requires kitchen-related permissions, ..." */
const requirement =
  /^(?<what>[a-z]+ing [^,.:]+?) requires (?:the following permissions:$|[\w-]+-related permissions\b)/u;

/**
 * Whether words say what the row is about and nothing narrower: in the words of its title, with the name of its
 * service among them at most.
 */
function saysNoMore(words: string, { title, service }: Subject): boolean {
  const known = new Set(fold(title).split(" "));
  return words.split(" ").every((word) => articles.has(word) || known.has(word) || service.includes(word));
}

const articles: ReadonlySet<string> = new Set(["a", "an", "the"]);

/** What the notes of a cell say. */
export interface NoteFacts {
  readonly companionRoles: readonly CompanionRole[];
  readonly defaultEnterpriseProjectOnly: boolean;
}

/**
 * The facts of one note, or nothing where it is not understood.
 *
 * @param title the row's title: a note that restricts its role to the use of an external image file restricts
 *   nothing where that use is all that the API is for
 */
export function readNote(note: string, title: string): NoteFacts | undefined {
  const folded = fold(note);
  if (folded.includes("only if you select the default enterprise project")) {
    return { companionRoles: [], defaultEnterpriseProjectOnly: true };
  }
  const role = companionRoleOf(note);
  if (role === undefined) return uselessNotes.some((pattern) => pattern.test(folded)) ? nothingNoted : undefined;
  const restricted = externalImageFile.test(folded) && !externalImageFile.test(fold(title));
  const companionRoles: readonly CompanionRole[] = [
    restricted ? { ...role, qualifier: "only-external-image-file" } : role,
  ];
  return { companionRoles, defaultEnterpriseProjectOnly: false };
}

const nothingNoted: NoteFacts = { companionRoles: [], defaultEnterpriseProjectOnly: false };

const externalImageFile = /external image file|外部镜像文件|外部文件制作镜像/u;

/** Notes that say nothing about permissions that a catalogue could hold. */
const uselessNotes: readonly RegExp[] = [
  /instance query permissions for the cloud services are also required/u,
  /^to ensure that the ces agent can provide services properly/u,
];

/** The system role that a sentence asks for, or nothing where it names none that is known. */
export function companionRoleOf(text: string): CompanionRole | undefined {
  const folded = fold(text);
  return encryptionRoleOf(text) ?? companionRoles.find(([pattern]) => pattern.test(folded))?.[1];
}

/** The first that matches counts. */
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

/** The role that a sentence asks for where it is about encrypted instances. */
export function encryptionRoleOf(text: string): CompanionRole | undefined {
  const folded = fold(text);
  const isAboutEncryption = /encrypted|加密实例/u.test(folded) && folded.includes("kms administrator");
  return isAboutEncryption ? { anyOf: ["KMS Administrator"], qualifier: "only-encrypted" } : undefined;
}
