import { describe, expect, it, vi } from "vitest";
import { exitOnClosedPipe, terminalOf } from "../../src/command/terminal.js";

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

  it("exits where nobody reads on, and throws what else goes wrong", () => {
    const exit = vi.fn();
    exitOnClosedPipe(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }), exit);
    expect(exit).toHaveBeenCalledOnce();
    const full = Object.assign(new Error("write ENOSPC"), { code: "ENOSPC" });
    expect(() => {
      exitOnClosedPipe(full, exit);
    }).toThrow(full);
    expect(exit).toHaveBeenCalledOnce();
  });
});
