import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importCorpus, problemsOf } from "../../../tools/import-catalog/import.js";
import { readPage } from "../../../tools/import-catalog/page-rows.js";
import { parsePageTables } from "../../../tools/import-catalog/page-tables.js";
import { compact } from "./compact.js";
import { corpusFolder, hasCorpus } from "./corpus-folder.js";

const obs = "role Tenant Administrator of obs";
const obsForFiles = `${obs} [only-external-image-file]`;
const backup = "role CSBS Administrator or CBR Admin";
const imageDependencies =
  "evs:volumes:get & evs:snapshots:create & ims:images:create & ims:images:get & ims:images:list & ims:images:update & ims:images:delete";
const migration = "ims:serverImages:create [only-enterprise-project-migration]";
const quickImport = "ims:serverImages:create [only-system-disk-import] & ims:dataImages:create [only-data-disk-import]";

/** Rows that both Huawei Cloud revisions of the image page have. */
const huaweiImages = [
  "GET /v2/cloudimages | ims:images:list | yes/yes",
  `PATCH /v2/cloudimages/{image_id} | ims:images:update & ${migration} | yes/yes`,
  `POST /v2/cloudimages/action | ims:serverImages:create | yes/yes | ${obsForFiles}`,
  `POST /v2/cloudimages/quickimport/action | ${quickImport} | yes/yes | ${obs}`,
  `POST /v1/cloudimages/dataimages/action | ims:dataImages:create | yes/yes | ${obs}`,
  `POST /v1/cloudimages/wholeimages/action | ims:wholeImages:create | yes/yes | ${backup}`,
  `PUT /v1/cloudimages/{image_id}/upload | ims:images:upload | yes/yes | ${obs}`,
  `POST /v1/cloudimages/{image_id}/file | ims:images:export | yes/yes | ${obs}`,
  "GET /v2/images | ims:images:list | yes/no",
  "GET /v2/images/{image_id} | ims:images:get | yes/yes",
  "PATCH /v2/images/{image_id} | ims:images:update | yes/yes",
  "DELETE /v2/images/{image_id} | ims:images:delete | yes/yes",
  "POST /v2/images | ims:images:create | yes/no",
  "PUT /v2/images/{image_id}/file | ims:images:get & ims:images:update & ims:images:upload | yes/no",
  "GET / | none | yes/no",
  "GET /v1.1/images/detail | ims:images:list | yes/no | abandoned",
  "HEAD /v1/images/{image_id} | ims:images:get | yes/no | abandoned",
  "DELETE /v1.1/images/{image_id} | ims:images:delete | yes/no | abandoned",
];

const otcImages = [
  "GET /v2/cloudimages | ims:images:list | yes/yes",
  "GET /v1/cloudimages/os_version | ims:images:list | yes/no",
  `PATCH /v2/cloudimages/{image_id} | ims:images:update & ${migration} | yes/yes`,
  `POST /v2/cloudimages/action | ims:serverImages:create | yes/yes | ${obsForFiles}`,
  `POST /v2/cloudimages/quickimport/action | ${quickImport} | yes/yes | ${obs}`,
  `POST /v1/cloudimages/dataimages/action | ims:dataImages:create | yes/yes | ${obs}`,
  `POST /v1/cloudimages/wholeimages/action | ims:wholeImages:create | yes/yes | ${backup}`,
  `PUT /v1/cloudimages/{image_id}/upload | ims:images:upload | yes/yes | ${obs} | default enterprise project`,
  `POST /v1/cloudimages/{image_id}/file | ims:images:export | yes/yes | ${obs}`,
  "GET /v2/images | ims:images:list | yes/no",
  "GET /v2/images/{image_id} | ims:images:get | yes/yes",
  "PATCH /v2/images/{image_id} | ims:images:update | yes/yes",
  "DELETE /v2/images/{image_id} | ims:images:delete | yes/yes",
  "POST /v2/images | ims:images:create | yes/no",
  "PUT /v2/images/{image_id}/file | ims:images:get & ims:images:update & ims:images:upload | yes/no",
  "GET / | none | yes/no",
  "GET /v1.1/images/detail | ims:images:list | yes/no | abandoned",
  "HEAD /v1/images/{image_id} | ims:images:get | yes/no | abandoned",
  "DELETE /v1.1/images/{image_id} | ims:images:delete | yes/no | abandoned",
];

interface SeedCase {
  readonly seed: string;
  readonly path: string;
  readonly rows: readonly string[];
}

const cases: readonly SeedCase[] = [
  {
    seed: "000_04d3f76d9847d602.txt",
    path: "image_management.rst",
    rows: [
      `POST /v2/{project_id}/servers/{server_id}/action & POST /v2.1/{project_id}/servers/{server_id}/action | ecs:servers:createImage | ${imageDependencies} | -/-`,
    ],
  },
  {
    seed: "001_4cffd463faec6550.txt",
    path: "images.md",
    rows: [
      `POST /v2.1/{project_id}/servers/{server_id}/action | ecs:servers:createImage | ${imageDependencies} | yes/no`,
    ],
  },
  { seed: "002_6a4776c6615160cd.txt", path: "image_management.rst", rows: otcImages },
  { seed: "003_e9af37dcb5a88155.txt", path: "images.md", rows: huaweiImages },
  { seed: "004_47634986cf5b2380.txt", path: "images.md", rows: huaweiImages },
];

describe.skipIf(!hasCorpus)("the five seed pages (needs the corpus next to the checkout)", () => {
  it.each(cases)("$seed gives its rows", ({ seed, path, rows }) => {
    const source = readFileSync(join(corpusFolder, "seeds", seed), "utf8");
    const reading = readPage(parsePageTables(path, source), new Set(["ecs", "evs", "ims"]));
    expect(reading.problems).toEqual([]);
    expect(reading.rows.map(compact)).toEqual(rows);
    expect(reading.rows.map((row) => row.at)).toEqual(rows.map((_, index) => [1, index + 1]));
  });

  it("merges two revisions of a page", () => {
    const imported = importCorpus(corpusFolder, "seeds");
    expect(problemsOf(imported)).toEqual([]);
    const sizes = imported.built.flatMap(({ services }) =>
      services.map(({ file, entry }) => [file.cloud, file.service, entry.rows, entry.actions, entry.coverage.verdict]),
    );
    expect(sizes).toEqual([
      ["otc", "ecs", 1, 1, "partial"],
      ["otc", "evs", 0, 0, "mentioned"],
      ["otc", "ims", 19, 10, "partial"],
      ["huaweicloud", "ecs", 1, 1, "partial"],
      ["huaweicloud", "evs", 0, 0, "mentioned"],
      ["huaweicloud", "ims", 18, 10, "partial"],
    ]);
  });

  it.each([
    ["otc", 11, 8],
    ["huaweicloud", 11, 7],
  ])("finds the enterprise project marks of %s images", (cloud, yes, no) => {
    const built = importCorpus(corpusFolder, "seeds").built.find((one) => one.cloud === cloud);
    const rows = built?.services.find(({ file }) => file.service === "ims")?.file.rows ?? [];
    expect(rows.filter((row) => row.enterpriseProject === true)).toHaveLength(yes);
    expect(rows.filter((row) => row.enterpriseProject === false)).toHaveLength(no);
  });
});
