/** An error that ends a tool. Its message is printed without a stack trace. */
export class ToolError extends Error {
  /** @param exitCode 1 for problems with data or the network, 2 for invalid arguments or missing files */
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
    this.name = "ToolError";
  }
}
