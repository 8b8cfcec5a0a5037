import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import { rules } from "../../rules/index.js";
import { allowing, anchorRows, errorRows, mistakesSeen, policy, type Sample } from "../language/samples.js";
import { toToy, toyLanguage } from "./language.js";

vi.mock("../../src/hosts/index.js", async () => {
  const { jsonHost } = await import("../../src/hosts/json/host.js");
  const { toyHost } = await import("./host.js");
  const hosts = [jsonHost, toyHost];
  return { hosts, hostOf: (tree: object) => hosts.find((host) => host.owns(tree)) };
});

const plugin = { rules };
const toy = { languages: { lisp: toyLanguage } };

/** For the rules that the samples of the policy language leave out. */
const otherRules = policy(
  allowing("dws:openAPISnapshot:getDetail", "ims:dataImages:create", "ims:Images:get", "ims:serverImages:create"),
);

/** Texts that the two languages write alike: without escapes, and with each key once. */
const samples = [
  ...errorRows,
  ...anchorRows,
  ...mistakesSeen,
  { row: "other rules", rule: "", says: "", defect: otherRules, twin: "" },
  { row: "dependencies", rule: "", says: "", defect: otherRules, twin: "", setting: { cloud: "otc" } },
].filter(({ defect }) => !defect.includes("\\") && isWrittenAlike(defect));

function isWrittenAlike(text: string): boolean {
  try {
    return (
      JSON.stringify(JSON.parse(text)) ===
      text.replace(/"(?:[^"])*"|\s+/gu, (part) => (part.startsWith('"') ? part : ""))
    );
  } catch {
    return false;
  }
}

function lint(text: string, language: string, { setting = {} }: Sample): Linter.LintMessage[] {
  return new Linter().verify(text, {
    plugins: { json, toy, "huaweicloud-iam": plugin },
    language,
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`huaweicloud-iam/${name}`, "error" as const])),
    settings: { "huaweicloud-iam": setting },
  });
}

function findings(text: string, language: string, sample: Sample): readonly string[] {
  return lint(text, language, sample)
    .map(({ ruleId, message }) => `${ruleId ?? "fatal"} ${message}`)
    .sort();
}

describe("a third language", () => {
  it.each(samples)("gives the same findings as JSON: $row", (sample) => {
    expect(findings(toToy(sample.defect), "toy/lisp", sample)).toEqual(findings(sample.defect, "json/json", sample));
  });

  it("takes every rule, and each has something to say", () => {
    const found = samples.flatMap((sample) => lint(toToy(sample.defect), "toy/lisp", sample));
    const silent = Object.keys(rules).filter(
      (name) => !found.some(({ ruleId }) => ruleId === `huaweicloud-iam/${name}`),
    );
    expect(silent).toEqual([]);
  });

  it("has its ranges, fixes and suggestions", () => {
    const text =
      '{Version "1.1" ; A comment.\n Statement ({Effect "Allow" Action ("ims:images:lst" "ims:images:get" "ims:images:get")})}';
    const messages = lint(text, "toy/lisp", { row: "", rule: "", says: "", defect: "", twin: "" });
    const places = messages.map(({ ruleId, line, column, endColumn }) => [
      ruleId,
      line,
      text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1),
    ]);
    expect(places).toEqual([
      ["huaweicloud-iam/no-unknown-action", 2, "lst"],
      ["huaweicloud-iam/no-redundant-action", 2, "ims:images:get"],
    ]);
    const { output } = new Linter().verifyAndFix(text, {
      plugins: { toy, "huaweicloud-iam": plugin },
      language: "toy/lisp",
      rules: { "huaweicloud-iam/no-redundant-action": "error" },
    });
    expect(output).toContain('("ims:images:lst" "ims:images:get")');
    const [suggestion] = messages[0]?.suggestions ?? [];
    expect(suggestion?.fix.text).toBe("ims:images:list");
  });
});

describe("a list of actions that stands by itself", () => {
  const list = '("ims:images:list" "ims:images:get" "ims:Images:delete" "ims:images:uplaod" "ims:images:listed")';
  const policyOf = (actions: string) => `{Version "1.1" Statement ({Effect "Allow" Action ${actions}})}`;
  const sample: Sample = { row: "", rule: "", says: "", defect: "", twin: "" };

  function placesIn(text: string, setting = {}) {
    return lint(text, "toy/lisp", { ...sample, setting }).map(({ ruleId, column, endColumn, fix }) => [
      ruleId?.replace("huaweicloud-iam/", ""),
      text.slice(column - 1, (endColumn ?? 0) - 1),
      fix !== undefined,
    ]);
  }

  it("has its names checked, and nothing else; no fix changes what may not be for a policy", () => {
    expect(placesIn(list)).toEqual([
      ["consistent-action-case", "ims:Images:delete", false],
      ["no-unknown-action", "uplaod", false],
      ["no-unknown-action", "listed", false],
    ]);
    expect(placesIn(list.replace("Images", "images").replace("uplaod", "upload").replace("listed", "update"))).toEqual(
      [],
    );
  });

  it("has its former names found", () => {
    const former = '("ims:images:list" "eip:publicIps:list" "ims:images:get")';
    expect(placesIn(former).map(([rule, text]) => [rule, text])).toContainEqual([
      "no-former-action",
      "eip:publicIps:list",
    ]);
  });

  it("is left alone where the same names are in a policy", () => {
    const found = placesIn(policyOf(list));
    expect(found.filter(([rule]) => rule === "no-unknown-action")).toEqual([
      ["no-unknown-action", "uplaod", false],
      ["no-unknown-action", "listed", false],
    ]);
  });

  it("obeys the settings and the comments of its file", () => {
    const knownActions = [{ action: "ims:images:uplaod", reason: "A name of ours." }];
    expect(placesIn(list, { knownActions }).map(([, text]) => text)).toEqual(["ims:Images:delete", "listed"]);
    const messages = lint(`; huaweicloud-iam cloud: otc\n${list}`, "toy/lisp", sample).map(({ message }) => message);
    expect(messages.join()).toContain("Open Telekom Cloud");
    expect(messages.join()).not.toContain("Huawei Cloud");
  });
});
