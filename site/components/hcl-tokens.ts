import type { StreamParser } from "@codemirror/language";

/** HCL, as far as colours need it: no well-kept grammar of it is published for this editor. */
export const hclTokens: StreamParser<{ heredoc: string | undefined }> = {
  startState: () => ({ heredoc: undefined }),
  token(stream, state) {
    if (state.heredoc !== undefined) {
      if (stream.string.trim() === state.heredoc) {
        state.heredoc = undefined;
      }
      stream.skipToEnd();
      return "string";
    }
    if (stream.eatSpace()) return null;
    if (stream.match(/^(?:#|\/\/).*/u)) return "comment";
    const heredoc = stream.match(/^<<-?(\w+)/u);
    if (heredoc) {
      state.heredoc = (heredoc as RegExpMatchArray)[1];
      return "string";
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/u)) return "string";
    if (stream.match(/^\d+(?:\.\d+)?/u)) return "number";
    if (stream.match(/^(?:true|false|null|for|in|if)\b/u)) return "keyword";
    if (stream.match(/^[\w-]+(?=\s*[={"])/u)) return "propertyName";
    if (stream.match(/^[\w-]+/u)) return "variableName";
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "#" } },
};
