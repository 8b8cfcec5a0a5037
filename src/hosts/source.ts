/** The parts of ESLint's `sourceCode` and rule context that hosts need. */
export interface HostSource {
  readonly ast: object;
  readonly text: string;
  /** The absolute path of the file, or the placeholder of ESLint for code without a file. */
  readonly filename: string;
  /** The child keys of each node type. ESTree hosts only. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Returns the scope of a node. ESTree hosts only. */
  readonly getScope?: ((node: never) => unknown) | undefined;
  /** The services of the parser; with a `program` if the file is linted with type information. */
  readonly parserServices?: object | undefined;
  /** The comments, if the language does not keep them in the tree. */
  readonly comments?: readonly object[] | undefined;
  /** The options that the file was parsed with. Imported modules are parsed with the same options. */
  readonly languageOptions?: object | undefined;
}
