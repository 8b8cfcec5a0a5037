import { workerData } from "node:worker_threads";
import { parse } from "@cdktn/hcl2json";

const { port, signal } = /** @type {{ port: import("node:worker_threads").MessagePort, signal: Int32Array }} */ (
  workerData
);

port.on("message", ({ number, text }) => {
  void parse("a.tf", String(text)).then(
    (value) => answer({ number, value }),
    (error) => answer({ number, message: error instanceof Error ? error.message : String(error) }),
  );
});

/** @param {{ number: unknown, value?: unknown, message?: string }} said */
function answer(said) {
  port.postMessage(said);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}
