/** The build of the plugin that is measured: this one, or the one that `BENCH_PLUGIN` names by its URL. */
export const { default: iam } = await import(process.env["BENCH_PLUGIN"] ?? "../../../dist/src/index.js");
