/** What is needed of ESLint's `sourceCode` and rule context, whatever the language of the file. */
export interface HostSource {
  readonly ast: object;
  readonly text: string;
  /** The file's absolute path, or what ESLint calls a text without one. */
  readonly filename: string;
  /** The keys of a node's children, by its type; ESTree hosts only. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[]>> | undefined;
  /** The scope that a node stands in; ESTree hosts only. */
  readonly getScope?: ((node: never) => unknown) | undefined;
  /** The parser's own; with a `program` when the file is linted with types. */
  readonly parserServices?: object | undefined;
  /** The file's comments, where a language keeps them beside the tree. */
  readonly comments?: readonly object[] | undefined;
  /** How the file was parsed, so that the modules it imports can be parsed the same way. */
  readonly languageOptions?: object | undefined;
}
