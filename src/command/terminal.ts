import { styleText } from "node:util";
import { exitCodes, type Terminal } from "./verb.js";

/** What of the standard output says how to write to it. Where it is no terminal, it has none of this but `isTTY`. */
interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns: number;
  readonly hasColors: () => boolean;
}

/**
 * How to write to the standard output: as wide as the terminal, or without a limit into a file or pipe.
 *
 * @param widthOfPipe the variable `COLUMNS`, for what is no terminal
 */
export function terminalOf(output: Output, widthOfPipe: string | undefined): Terminal {
  const isTerminal = output.isTTY === true;
  const hasColours = isTerminal && output.hasColors();
  const columns = Number(widthOfPipe);
  return {
    width: isTerminal ? output.columns : Number.isInteger(columns) && columns > 0 ? columns : Infinity,
    style: (format, text) => (hasColours ? styleText(format, text, { validateStream: false }) : text),
  };
}

/** What a stream is asked for that cannot be written to. */
export interface Ending {
  /** Ends the process at once, with this code. */
  readonly exit: (code?: number) => void;
  readonly complain: (sentence: string) => void;
}

/** `head` and `less` close the pipe when they have seen enough, which is no mistake. A full disk is one. */
export function endOnFailedWrite({ code, message }: NodeJS.ErrnoException, { exit, complain }: Ending): void {
  if (code === "EPIPE") {
    exit();
    return;
  }
  complain(`The answer cannot be written: ${message}.\n`);
  exit(exitCodes.wrongUse);
}
