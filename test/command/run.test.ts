import { describe, expect, it } from "vitest";
import { publishedTables, Tables } from "../../src/catalog/catalog.js";
import { ask, askInColour } from "./ask.js";

/** The tables without those of images on Open Telekom Cloud. */
const withoutImages = new Tables({
  index: () => {
    const { services } = publishedTables.index();
    return {
      services: {
        ...services,
        otc: Object.fromEntries(Object.entries(services.otc ?? {}).filter(([name]) => name !== "ims")),
      },
    };
  },
  service: (cloud, name) => publishedTables.service(cloud, name),
});

describe("the command", () => {
  it("prints its help, and how to go on", async () => {
    for (const words of [["--help"], ["-h"], ["help"]]) {
      const { exitCode, output } = await ask(words, { width: 80 });
      expect(exitCode).toBe(0);
      expect(output).toContain("Exit codes: 0 found, 1 nothing found, 2 wrong use.");
      expect(output).toMatch(
        /^ {2}explain .*$\n(?:.*\n)*? {2}search .*$\n(?:.*\n)*? {2}policy .*$\n(?:.*\n)*? {2}coverage /mu,
      );
    }
    expect(await ask([])).toMatchObject({ exitCode: 2, output: "", errors: (await ask(["help"])).output });
  });

  it.each(["explain", "search", "policy", "coverage", "convert"])(
    "prints the help of %s, with examples",
    async (verb) => {
      const { exitCode, output } = await ask([verb, "--help"], { width: 80 });
      expect({ exitCode, output }).toEqual({ exitCode: 0, output: (await ask(["help", verb], { width: 80 })).output });
      expect(output).toContain(`Usage: huaweicloud-iam ${verb}`);
      expect(output).toMatch(/Examples:\n {2}huaweicloud-iam /u);
    },
  );

  it("prints its version, with the catalogue's", async () => {
    for (const words of [["--version"], ["-v"], ["explain", "--version"]]) {
      expect((await ask(words)).output).toMatch(/^\d+\.\d+\.\d+\+[\da-f]{8}\n$/u);
    }
  });

  it.each([
    [["explian"], 'There is no verb "explian". Did you mean "explain"?'],
    [["cover"], 'There is no verb "cover". Did you mean "coverage"?'],
    [
      ["delete-everything"],
      'There is no verb "delete-everything". The verbs are explain, search, policy, coverage, catalog and convert.',
    ],
    [["help", "explian"], 'There is no verb "explian". Did you mean "explain"?'],
    [
      ["help", "constructor"],
      'There is no verb "constructor". The verbs are explain, search, policy, coverage, catalog and convert.',
    ],
    [["ims:images:get"], 'There is no verb "ims:images:get". Did you mean "explain ims:images:get"?'],
    [["GET", "/v2/images"], 'There is no verb "GET". Did you mean "explain GET /v2/images"?'],
    [["explain", "a", "--clud", "otc"], 'There is no option "--clud". Did you mean --cloud?'],
    [["coverage", "--action"], 'There is no option "--action". The options are --cloud, --json, --help and --version.'],
    [["coverage", "--cloud", "aws"], 'There is no cloud "aws". Write "otc", "otc-swiss" or "huaweicloud".'],
    [["coverage", "--cloud"], "Option '--cloud <value>' argument missing"],
    [["explain"], 'Say what to explain: an action, a pattern, a service or a "METHOD /path".'],
    [["search", "  "], "Say what to search for, in one or more words."],
    [["policy"], 'Say what has to work: --api "METHOD /path", --action <action>, or both.'],
    [
      ["policy", "--action", "sts::decode"],
      '"sts::decode" is an action of version 5.0. This command writes custom policies, version 1.1.',
    ],
    [["policy", "--action", "ims"], '"ims" is not an action: write "service:resourceType:operation".'],
    [
      ["policy", "--action", "ims:*:*"],
      '"ims:*:*" grants too much to be the smallest policy. List the actions, or name a resource type.',
    ],
    [
      ["policy", "--api", "GET /v2/images", "--format", "yaml"],
      'There is no format "yaml". The formats are json, hcl and cdktf.',
    ],
  ])("says what is wrong with %j", async (words, message) => {
    expect(await ask(words)).toEqual({ exitCode: 2, output: "", errors: `${message}\n` });
  });

  it("styles what a terminal can", async () => {
    expect((await askInColour(["explain", "ims:images:export"])).output).toContain("<bold>ims:images:export</bold>\n");
  });
});

describe("explain", () => {
  it("says what an action needs, cloud by cloud", async () => {
    const { exitCode, output, errors } = await ask(["explain", "IMS:images:EXPORT"], { width: 80 });
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
    expect(output).toMatch(
      /^ims:images:export\n\nOpen Telekom Cloud {2}IMS, project-level, documented \d{4}-\d\d, coverage: complete\n/u,
    );
    expect(output).toContain(
      [
        "  POST /v1/cloudimages/{image_id}/file\n",
        "      needs       ims:images:export\n",
        "                  ├─ obs:bucket:* [global]\n",
        "                  ├─ obs:object:* [global]\n",
        "                  └─ kms:*:*\n",
        "      works on    IAM projects and enterprise projects\n",
        '      also needs  the system role "Tenant Administrator" for OBS\n',
      ].join(""),
    );
    expect(output).toMatch(/^ {2}https:\/\/github\.com\/opentelekomcloud-docs\/\S+\.rst \(table 1, row \d+\)$/mu);
    expect(output).toContain("\nSwiss OTC ");
    expect(output).toContain("\nHuawei Cloud ");
    expect(output).toContain("(this table does not list dependencies)");
  });

  it("answers a question in words in one go", async () => {
    const words = await ask(["explain", "export", "image", "--cloud", "otc"]);
    expect(words).toEqual(await ask(["explain", "POST /v1/cloudimages/{image_id}/file", "--cloud", "otc"]));
    expect(words.output).toContain('the system role "Tenant Administrator" for OBS');
  });

  it.each([
    ["a pattern", ["ims:images:*"]],
    ["a service", ["ims"]],
    ["a service with a star", ["ims:*"]],
    ["a resource type", ["ims:images"]],
    ["a pattern over services", ["*:images:*"]],
  ])("lists what is behind %s", async (_, words) => {
    const { output } = await ask(["explain", ...words, "--cloud", "otc"], { width: 80 });
    expect(output).toMatch(/^\d+ actions\n\nAction /u);
    expect(output).toMatch(/^ims:images:create +no /mu);
  });

  it("finds an action and an API in a longer text", async () => {
    const message = "Policy doesn't allow ims:images:export to be performed.";
    expect((await ask(["explain", message])).output).toMatch(/^ims:images:export\n/u);
    const log = '403 "POST https://ims.eu-de.otc.t-systems.com/v1/cloudimages/1/file HTTP/1.1"';
    expect((await ask(["explain", log])).output).toContain("POST /v1/cloudimages/{image_id}/file\n");
  });

  it.each([
    ["iam:agencies:assume", "No table row of its own: named only in the cloud's example policies."],
    ["css:cluster:create", "A former name. "],
    ["ims:images:upload", "works on    IAM projects and the default enterprise project\n"],
  ])("tells what is special about %s", async (name, expected) => {
    expect((await ask(["explain", name, "--cloud", "otc"])).output).toContain(expected);
  });

  it("tells an old name its new one, and the other way round", async () => {
    const [old, present] = ["dws:openAPISnapshot:getDetail", "dws:openAPISnapshot:detail"];
    expect((await ask(["explain", old])).output).toContain(`  A former name. Use ${present} today.\n`);
    expect((await ask(["explain", present])).output).toContain(`  Renamed from ${old}.\n`);
    const { output } = await ask(["policy", "--action", old, "--format", "json"]);
    expect(JSON.parse(output)).toMatchObject({ Statement: [{ Action: [present] }] });
  });

  it("tells that the cloud has abandoned an API, or asks for no permission", async () => {
    const { output } = await ask(["explain", "GET /v1.1/images/detail", "--cloud", "huaweicloud"]);
    expect(output).toContain("      note        The cloud has abandoned this API.\n");
    expect((await ask(["explain", "GET /v2/schemas/image"])).output).toContain("      needs       no permission\n");
  });

  it("says which names are near, and how sure it is", async () => {
    expect(await ask(["explain", "ims:images:lst"])).toEqual({
      exitCode: 1,
      output: "",
      errors: [
        'No table has "ims:images:lst".',
        'Did you mean "ims:images:list"?',
        "The tables of IMS are complete on Open Telekom Cloud, Swiss OTC and Huawei Cloud: it is not an action there.\n",
      ].join("\n"),
    });
    const { errors } = await ask(["explain", "nosuch:thing:get"]);
    expect(errors).toBe('No table has "nosuch:thing:get".\nNo table has a service "nosuch".\n');
    expect((await ask(["explain", "ims:nothing*:get"])).errors).toContain("No table has an action that matches");
    expect((await ask(["explain", "ecs:nothing:like", "--cloud", "otc"])).errors).toContain("it may exist there");
  });

  it("lists what a pattern matches, with the clouds of each where several are asked", async () => {
    const all = await ask(["explain", "ims:images:*"]);
    expect(all.output).toMatch(/^9 actions\n\nAction +Clouds +Enterprise +Needs +APIs\n/u);
    expect(all.output).toMatch(/^ims:images:list +otc otc-swiss huaweicloud +some APIs +GET \S+ and \d+ more$/mu);
    const one = await ask(["explain", "ims:images:*", "--cloud", "otc"]);
    expect(one.output).toMatch(/^9 actions\n\nAction +Enterprise +Needs +APIs\n/u);
  });

  it("says which other cloud has an API that this one has not", async () => {
    const api = ["POST", "/v1/cloudimages/{image_id}/cross_region_copy"];
    expect((await ask(["explain", ...api, "--cloud", "huaweicloud"])).exitCode).toBe(0);
    const { exitCode, errors } = await ask(["explain", ...api, "--cloud", "otc"]);
    expect(exitCode).toBe(1);
    expect(errors).toContain("\nHuawei Cloud has it.\n");
  });

  it("says which APIs are near, and which cloud has one", async () => {
    const { exitCode, errors } = await ask(["explain", "POST", "/v1/cloudimage/1/file", "--cloud", "otc"]);
    expect(exitCode).toBe(1);
    expect(errors).toMatch(
      /^No table of Open Telekom Cloud has the API "POST .*"\.\nThe nearest are:\n {2}POST \/v1\/cloudimages\/\{image_id\}\/file\n/u,
    );
  });

  it("says that nothing matches", async () => {
    expect(await ask(["explain", "zebra", "giraffe"])).toEqual({
      exitCode: 1,
      output: "",
      errors: 'No action, API or service matches "zebra" and "giraffe".\n',
    });
  });

  it("says which services are near one that no cloud has", async () => {
    expect((await ask(["explain", "imss"])).errors).toBe(
      'No action, API or service matches "imss".\nDid you mean "ims"?\n',
    );
    expect((await ask(["explain", "imss:images:get"])).errors).toContain(
      'No table has a service "imss". The nearest: ims.\n',
    );
    expect((await ask(["coverage", "imss", "--cloud", "otc"])).errors).toBe(
      'No page of Open Telekom Cloud has "imss".\nDid you mean "ims"?\n',
    );
    expect((await ask(["coverage", "nothing-like-it"])).errors).not.toContain("Did you mean");
  });

  it("lists what words match, where that is more than one", async () => {
    const { exitCode, output, errors } = await ask(["explain", "image"]);
    expect({ exitCode, errors }).toEqual({
      exitCode: 0,
      errors: "To see what one of them needs, explain it by its name.\n",
    });
    expect(output).toMatch(/^Action +API +Clouds\n/u);
  });

  it("knows what a project lists", async () => {
    const knownActions = [{ action: "ims:secret:*", reason: "From support.", expires: "2020-01-31" }];
    const { exitCode, output } = await ask(["explain", "ims:secret:get"], { settings: { knownActions } });
    expect(exitCode).toBe(0);
    expect(output).toBe(
      'ims:secret:get\n  No table has it. This project\'s setting "knownActions" lists "ims:secret:*": From support. The entry expired on 2020-01-31.\n',
    );
  });

  it.each([
    ["2999-01-31", " The entry expires on 2999-01-31."],
    [undefined, ""],
  ])("says when what a project lists expires: %s", async (expires, sentence) => {
    const knownActions = [{ action: "ims:secret:get", reason: "From support", ...(expires ? { expires } : {}) }];
    const { output } = await ask(["explain", "ims:secret:get"], { settings: { knownActions } });
    expect(output).toContain(`lists "ims:secret:get": From support.${sentence}\n`);
  });

  it("says where a name that no table has may exist all the same", async () => {
    const { exitCode, errors } = await ask(["explain", "ecs:servers:createImages", "--cloud", "huaweicloud"]);
    expect(exitCode).toBe(1);
    expect(errors).toContain("The tables of ECS may have gaps on Huawei Cloud: it may exist there.\n");
    expect(errors).not.toContain("complete");
  });

  it("says which other clouds have a name that this one lacks", async () => {
    const { errors } = await ask(["explain", "ims:images:list", "--cloud", "otc"], {
      tables: withoutImages,
    });
    expect(errors).toContain(
      'No table of Open Telekom Cloud has "ims:images:list". Swiss OTC and Huawei Cloud have it.',
    );
  });

  it("answers a question as somebody asks it", async () => {
    const question = "what does my agency need to export an image on OTC";
    const { exitCode, output } = await ask(["explain", ...question.split(" ")]);
    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /^Open Telekom Cloud.*\n {2}POST \/v1\/cloudimages\/\{image_id\}\/file\n {6}needs +ims:images:export\n/u,
    );
    expect(await ask(["explain", question])).toEqual({ exitCode, output, errors: "" });
  });

  it("answers from the tables where the settings cannot be read, and says so", async () => {
    const { exitCode, errors } = await ask(["explain", "ims:images:lst"], { settings: new Error("No parser.\nStack") });
    expect(exitCode).toBe(1);
    expect(errors).toContain('Did you mean "ims:images:list"?');
    expect(errors).toContain(
      "The settings of this project do not count, because ESLint cannot read them: No parser.\n",
    );
  });
});

describe("search", () => {
  it("finds by the words of actions and APIs, best first", async () => {
    const { output } = await ask(["search", "exporting", "images"], { width: 100 });
    expect(output).toBe(
      [
        "Action             API                                   Clouds\n",
        "ims:images:export  POST /v1/cloudimages/{image_id}/file  otc otc-swiss huaweicloud\n",
      ].join(""),
    );
  });

  it("takes a whole question, with its cloud", async () => {
    const question = "what does my agency need to export an image on OTC".split(" ");
    const { output } = await ask(["search", ...question]);
    expect(output).toContain('Nothing has all of "agency", "export" and "image". These have most of them:\n');
    expect(output).toMatch(/ims:images:export .* otc\n$/u);
  });

  it("shows a terminal the first results only", async () => {
    const [shown, all] = [await ask(["search", "list"], { width: 80 }), await ask(["search", "list"])];
    expect(shown.output).toMatch(/\n[\d,]+ more: add a word, or pipe the output to see them all\.\n$/u);
    expect(all.output.split("\n").length).toBeGreaterThan(100);
  });

  it("finds nothing", async () => {
    expect(await ask(["search", "zebra"])).toEqual({
      exitCode: 1,
      output: "",
      errors: 'No action, API or service matches "zebra".\n',
    });
  });
});

describe("policy", () => {
  const api = "POST /v1/cloudimages/{image_id}/file";
  const exporting = ["policy", "--cloud", "otc", "--api", api];

  it("writes a policy of each level, and what else is needed", async () => {
    const { exitCode, output, errors } = await ask(exporting);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
    expect(output).toMatch(/^Project-level policy \(role type XA\) on Open Telekom Cloud\n\{\n/u);
    expect(output).toContain("\nGlobal policy (role type AX) on Open Telekom Cloud\n{\n");
    expect(output).toContain(
      '- Also grant the system role "Tenant Administrator" for OBS: the policy alone is not enough.\n',
    );
    expect(output).toContain("- Grant both policies: global and project-level actions cannot share one.\n");
  });

  it("prints nothing but policies in a form that is asked for", async () => {
    const { output, errors } = await ask([...exporting, "--format", "json"]);
    expect(JSON.parse(output)).toEqual([
      { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:export", "kms:*:*"] }] },
      { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["obs:bucket:*", "obs:object:*"] }] },
    ]);
    expect(errors).toContain("Grant both policies");
    const one = await ask(["policy", "ims:images:get", "--format", "json"]);
    expect(JSON.parse(one.output)).toEqual({
      Version: "1.1",
      Statement: [{ Effect: "Allow", Action: ["ims:images:get"] }],
    });
  });

  it("writes the roles of the cloud's own provider", async () => {
    const hcl = async (cloud: string) =>
      (await ask(["policy", "--cloud", cloud, "--action", "ims:images:get", "--format", "hcl", "--name", "reader"]))
        .output;
    expect(await hcl("otc")).toMatch(
      /^resource "opentelekomcloud_identity_role_v3" "reader" \{\n {2}display_name {2}= "reader"\n/u,
    );
    expect(await hcl("otc-swiss")).toMatch(/^# huaweicloud-iam cloud: otc-swiss\n\nresource "opentelekomcloud_/u);
    expect(await hcl("huaweicloud")).toMatch(/^resource "huaweicloud_identity_role" "reader" \{\n/u);
    const program = await ask(["policy", "--cloud", "otc", "--action", "ims:images:get", "--format", "cdktf"]);
    expect(program.output).toContain('new IdentityRoleV3(scope, "ims-images-get", {');
  });

  it.each([
    [
      { function: "grantPolicy", module: "./iam" },
      /^import \{ grantPolicy \} from "\.\/iam";\n\n(?:.*\n)grantPolicy\(\{\n {2}Version: "1\.1",\n/u,
    ],
    [{ function: "Allow", holds: "actions" }, /^.*\nnew Allow\(\[\n {2}"ims:images:get",\n\]\);\n$/u],
    [{ function: "statement", holds: "statement" }, /^.*\nstatement\(\{\n {2}Effect: "Allow",\n/u],
    [{ property: "policy" }, /^import \{ Construct \}/u],
    [{ function: "second", argument: 1 }, /^import \{ Construct \}/u],
  ] as const)("writes a program for the project's own %j", async (source, expected) => {
    const words = ["policy", "--cloud", "otc", "--action", "ims:images:get", "--format", "cdktf"];
    const { output, errors } = await ask(words, { settings: { policySources: [source] } });
    expect(output).toMatch(expected);
    expect(errors.includes("policySources")).toBe(!output.startsWith("import { Construct }"));
  });

  it("takes the cloud of the project where clouds differ", async () => {
    const words = ["policy", "--api", api];
    expect((await ask(words)).errors).toBe(
      "The answer differs between clouds. Choose one: --cloud otc or --cloud otc-swiss or --cloud huaweicloud.\n",
    );
    expect(await ask(words, { settings: { cloud: "otc" } })).toEqual(await ask(exporting));
    expect((await ask(["policy", "--action", "ims:images:get", "--format", "hcl"])).errors).toContain(
      "The form hcl depends on the cloud.",
    );
  });

  it("says what another cloud's table has", async () => {
    const { output } = await ask(["policy", "--cloud", "otc-swiss", "--api", api]);
    expect(output).toContain(
      `The table of Swiss OTC lists no dependency actions. On Open Telekom Cloud, ${api} also needs obs:bucket:*, obs:object:*, kms:*:*.`,
    );
  });

  it("says what works on IAM projects only, and what some cases need", async () => {
    const { output } = await ask(["policy", "--cloud", "otc", "--api", "PATCH /v2/cloudimages/{image_id}"]);
    expect(output).toContain(
      "Left out, needed only to move it to another enterprise project: ims:serverImages:create, ",
    );
    expect((await ask(["policy", "--action", "ims:images:create", "--cloud", "otc"])).output).toContain(
      "On IAM projects only, with no effect on an enterprise project: POST /v2/images.",
    );
  });

  it("does not let its holders extend their own permissions, unless told to", async () => {
    const words = ["policy", "--cloud", "otc", "--action", "iam:permissions:addUserToGroup"];
    expect(await ask(words)).toEqual({
      exitCode: 1,
      output: "",
      errors: [
        "iam:permissions:addUserToGroup lets its holders join any user group, including the administrators.",
        "To print it all the same, add --allow-escalation.\n",
      ].join("\n"),
    });
    expect((await ask([...words, "--allow-escalation"])).output).toContain('"iam:permissions:addUserToGroup"');
  });

  it("names the neighbours of what it does not know", async () => {
    const { exitCode, output, errors } = await ask([
      "policy",
      "--api",
      "POST /v1/cloudimages/file",
      "--action",
      "ims:images:lst",
    ]);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: "" });
    expect(errors).toContain("  POST /v1/cloudimages/{image_id}/file\n");
    expect(errors).toContain('Did you mean "ims:images:list"?');
    const action = await ask(["policy", "--cloud", "otc", "--action", "ims:images:lst"]);
    expect(action.errors).toBe(
      'No table of Open Telekom Cloud has "ims:images:lst".\nDid you mean "ims:images:list"?\n',
    );
  });

  it("says that an API may be one of several, and that no cloud has all", async () => {
    const { errors } = await ask(["policy", "/v2/images", "--cloud", "otc"]);
    expect(errors).toMatch(
      /^"\/v2\/images" may be one of several APIs\. Choose one:\n {2}(?:GET|POST) \/v2\/images\n/u,
    );
  });

  it("grants what the project knows", async () => {
    const settings = { knownActions: [{ action: "ims:secret:get", reason: "From support." }] };
    const { output } = await ask(["policy", "--cloud", "otc", "--action", "ims:secret:get"], { settings });
    expect(output).toContain('"ims:secret:get"');
  });

  it("says that an API needs no permission", async () => {
    const { output } = await ask(["policy", "--cloud", "otc", "--api", "GET /v2/schemas/image"]);
    expect(output).toBe("- No permission needed: GET /v2/schemas/image.\n");
  });

  it("prints everything as JSON", async () => {
    const data = JSON.parse((await ask([...exporting, "--json"])).output) as Record<string, unknown>;
    expect(data).toMatchObject({
      found: true,
      clouds: [{ cloud: "otc", iamProjectOnly: [], neededElsewhere: [] }],
      companionRoles: [{ anyOf: ["Tenant Administrator"], service: "obs", only: null }],
      policies: [
        { name: "ims-images-export-project", level: "project", type: "XA", document: { Version: "1.1" } },
        { level: "global", type: "AX" },
      ],
    });
  });
});

describe("coverage", () => {
  it("lists the services of each cloud, with reasons", async () => {
    const { exitCode, output } = await ask(["coverage"], { width: 80 });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^Open Telekom Cloud\nService +Level +Actions +Coverage +Dated +Why\n/u);
    expect(output).toMatch(/^ims +project +13 +complete +20\d\d-\d\d +All three clouds list the$/mu);
    expect(output).toMatch(/^Mentioned without a table: /mu);
    expect(Math.max(...output.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it("says which services it does not have", async () => {
    const { exitCode, output, errors } = await ask(["coverage", "IMS", "nosuch", "--cloud", "otc"]);
    expect(exitCode).toBe(0);
    expect(output.split("\n")).toHaveLength(4);
    expect(errors).toBe('No page of Open Telekom Cloud has "nosuch".\n');
    expect((await ask(["coverage", "nosuch"])).exitCode).toBe(1);
  });

  it("prints everything as JSON", async () => {
    const { services } = JSON.parse((await ask(["coverage", "ims", "--json"])).output) as { services: object[] };
    expect(services).toHaveLength(3);
    expect(services[0]).toMatchObject({ cloud: "otc", service: "ims", level: "project", verdict: "complete" });
  });
});
