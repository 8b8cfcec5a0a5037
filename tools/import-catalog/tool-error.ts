/** What stops a tool: one message for the person at the terminal, never a stack trace. */
export class ToolError extends Error {
  /** @param exitCode 1 when the data or the network is at fault, 2 when the call is (bad flag, missing folder) */
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
    this.name = "ToolError";
  }
}
