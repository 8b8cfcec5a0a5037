/**
 * `npm run bench`: what the catalogue costs a lint run, and what the package weighs. Prints, never fails; build
 * first. The figures are of fresh processes, as the second read of a file costs nothing.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const runs = 15;
const services = ["ecs", "ims", "vpc"];

const probe = `
  const { catalogOf } = await import("./dist/src/catalog/catalog.js");
  gc();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const catalog = catalogOf(undefined);
  for (const service of ${JSON.stringify(services)}) catalog.service(service);
  const milliseconds = performance.now() - start;
  gc();
  console.log(JSON.stringify({ milliseconds, bytes: process.memoryUsage().heapUsed - before }));
`;

const samples = Array.from({ length: runs }, () => {
  const output = execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", probe], { cwd: root });
  return JSON.parse(output.toString()) as { milliseconds: number; bytes: number };
});

const [pack] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: root }).toString()) as [
  { size: number; unpackedSize: number; entryCount: number },
];

const milliseconds = samples.map((sample) => sample.milliseconds).sort((one, other) => one - other);
const megabytes = samples.map((sample) => sample.bytes / 1e6).sort((one, other) => one - other);

console.table({
  [`index and ${services.length} services of all clouds, ms (target 8)`]: spread(milliseconds),
  "the same, heap in MB (target 5)": spread(megabytes),
  "packed package, MB (target 1.5)": { median: (pack.size / 1e6).toFixed(2) },
  "installed package, MB (target 8)": { median: (pack.unpackedSize / 1e6).toFixed(2) },
});

function spread(sorted: readonly number[]): Record<"min" | "median" | "max", string> {
  const at = (share: number) => (sorted[Math.round((sorted.length - 1) * share)] ?? 0).toFixed(2);
  return { min: at(0), median: at(0.5), max: at(1) };
}
