import { describe, expect, it, vi } from "vitest";
import { endOnFailedWrite, terminalOf } from "../../src/command/terminal.js";

const colourful = { isTTY: true, columns: 72, hasColors: () => true };
const colourless = { isTTY: true, columns: 72, hasColors: () => false };
const pipe = { columns: 72, hasColors: () => true };

describe("how the command writes", () => {
  it("to a terminal: as wide as it is, in colours that it has", () => {
    expect(terminalOf(colourful, "40").width).toBe(72);
    expect(terminalOf(colourful, undefined).style("bold", "text")).toBe("\u001B[1mtext\u001B[22m");
    expect(terminalOf(colourless, undefined).style("bold", "text")).toBe("text");
  });

  it("into a pipe: without colours, as wide as COLUMNS says", () => {
    expect(terminalOf(pipe, "40").width).toBe(40);
    expect(terminalOf(pipe, "40").style("bold", "text")).toBe("text");
  });

  it.each([undefined, "", "0", "-80", "79.5", "wide"])(
    "into a pipe: without a limit where COLUMNS is %o",
    (columns) => {
      expect(terminalOf(pipe, columns).width).toBe(Infinity);
    },
  );

  it("exits where nobody reads on, and says what else goes wrong", () => {
    const ending = { exit: vi.fn(), complain: vi.fn() };
    endOnFailedWrite(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }), ending);
    expect(ending.exit).toHaveBeenCalledExactlyOnceWith();
    expect(ending.complain).not.toHaveBeenCalled();
    endOnFailedWrite(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }), ending);
    expect(ending.complain).toHaveBeenCalledExactlyOnceWith(
      "The answer cannot be written: ENOSPC: no space left on device, write.\n",
    );
    expect(ending.exit).toHaveBeenLastCalledWith(2);
  });
});
