import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from "node:worker_threads";

/** What HashiCorp's own parser says of a text. */
export interface Verdict {
  readonly isAccepted: boolean;
  /** The file in the JSON syntax of Terraform, which has only some values computed. */
  readonly value?: unknown;
  readonly message?: string;
}

/**
 * Asks HashiCorp's parser, which is asynchronous by itself: a thread of its own answers while this one waits, so that
 * the properties of the fuzz run can ask.
 */
export function askOracle(text: string): Verdict {
  started ??= start();
  const { value, message } = answerTo(text, started);
  // What it parses and then cannot write as JSON is valid all the same.
  return message === undefined
    ? { isAccepted: true, value }
    : { isAccepted: message.startsWith("convert to HCL"), message };
}

interface Answer {
  /** That of the question. */
  readonly number: number;
  readonly value?: unknown;
  readonly message?: string;
}

let questions = 0;

/** In milliseconds. */
const patience = 60_000;

function answerTo(text: string, { port, signal }: NonNullable<typeof started>): Answer {
  const number = ++questions;
  const begin = performance.now();
  Atomics.store(signal, 0, 0);
  port.postMessage({ number, text });
  while (performance.now() - begin < patience) {
    // A message may come to be seen after the signal, and one to an earlier question that failed before this one's.
    Atomics.wait(signal, 0, 0, 10);
    const answer = receiveMessageOnPort(port)?.message as Answer | undefined;
    if (answer?.number === number) {
      return answer;
    }
  }
  throw new Error(`HashiCorp's parser does not answer to ${JSON.stringify(text)}.`);
}

let started: { readonly port: MessagePort; readonly signal: Int32Array } | undefined;

function start(): NonNullable<typeof started> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL("oracle-worker.js", import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
  });
  // Neither keeps the process alive.
  worker.unref();
  port1.unref();
  return { port: port1, signal };
}
