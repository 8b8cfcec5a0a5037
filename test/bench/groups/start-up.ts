import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Row } from "../row.js";

const root = join(import.meta.dirname, "../../..");
const runs = 15;
const services = ["ecs", "ims", "vpc"];

/** In a process of its own: what is loaded already costs nothing the second time. */
const importing = `
  await import("eslint");
  await import("@eslint/json");
  const start = performance.now();
  await import("./dist/src/index.js");
  console.log(JSON.stringify({ milliseconds: performance.now() - start }));
`;

const readingCatalog = `
  const { catalogOf } = await import("./src/catalog/catalog.ts");
  gc();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const catalog = catalogOf(undefined);
  for (const service of ${JSON.stringify(services)}) catalog.service(service);
  const milliseconds = performance.now() - start;
  gc();
  console.log(JSON.stringify({ milliseconds, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 }));
`;

/** What the plugin costs before it has seen a policy, and at the first one; and what it weighs. */
export function measure(): readonly Row[] {
  const imports = samplesOf(importing);
  const reads = samplesOf(readingCatalog);
  const pack = packedSize();
  return [
    {
      what: "import of the plugin, after ESLint and the JSON language",
      unit: "ms",
      samples: imports.map(({ milliseconds }) => milliseconds),
      target: { atMost: 15 },
    },
    {
      what: `index of the catalogue and ${services.length} services of all clouds`,
      unit: "ms",
      samples: reads.map(({ milliseconds }) => milliseconds),
      target: { atMost: 8 },
    },
    { what: "the same, heap", unit: "MB", samples: reads.map(({ megabytes }) => megabytes), target: { atMost: 5 } },
    { what: "packed package", unit: "MB", samples: [pack.size / 1e6], target: { atMost: 1.5 } },
    { what: "installed package", unit: "MB", samples: [pack.unpackedSize / 1e6], target: { atMost: 8 } },
  ];
}

interface Sample {
  readonly milliseconds: number;
  readonly megabytes: number;
}

function samplesOf(probe: string): readonly Sample[] {
  return Array.from({ length: runs }, () => {
    const options = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval", probe];
    return JSON.parse(execFileSync(process.execPath, options, { cwd: root, encoding: "utf8" })) as Sample;
  });
}

function packedSize(): { readonly size: number; readonly unpackedSize: number } {
  const listing = execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: root, encoding: "utf8" });
  const [pack] = JSON.parse(listing) as [{ size: number; unpackedSize: number }];
  return pack;
}
