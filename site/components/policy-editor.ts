import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  StreamLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Rule } from "eslint";
import type { Finding } from "../engine/findings.js";
import type { Language } from "../engine/languages.js";
import { hclTokens } from "./hcl-tokens.js";

/** The editor of a policy, with findings underlined. */
export class PolicyEditor {
  readonly #view: EditorView;
  readonly #language = new Compartment();
  #wanted: Language = "json";

  constructor(parent: HTMLElement, onChange: (text: string) => void) {
    const changes = EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) {
        onChange(state.doc.toString());
      }
    });
    this.#view = new EditorView({
      parent,
      state: EditorState.create({ extensions: [extensions, changes, this.#language.of([])] }),
    });
  }

  setText(text: string): void {
    if (text !== this.#view.state.doc.toString()) {
      this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
    }
  }

  async setLanguage(language: Language): Promise<void> {
    this.#wanted = language;
    const syntax = await syntaxes[language]();
    if (this.#wanted === language) {
      this.#view.dispatch({ effects: this.#language.reconfigure(syntax) });
    }
  }

  /** Underlines findings on the text that the editor has. */
  show(findings: readonly Finding[]): void {
    this.#view.dispatch(
      setDiagnostics(
        this.#view.state,
        findings.map((finding) => this.#diagnostic(finding)),
      ),
    );
  }

  apply({ range: [from, to], text }: Rule.Fix): void {
    this.#view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from, head: from + text.length },
      scrollIntoView: true,
    });
    this.#view.focus();
  }

  select({ from, to }: Finding): void {
    this.#view.dispatch({
      selection: { anchor: from, head: to },
      effects: EditorView.scrollIntoView(from, { y: "center" }),
    });
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #diagnostic({ from, to, severity, message, fix, suggestions }: Finding): Diagnostic {
    const edits = [...(fix ? [{ title: "Fix", fix }] : []), ...suggestions];
    return {
      from,
      to,
      severity,
      message,
      actions: edits.map(({ title, fix: edit }) => ({ name: title, apply: () => this.apply(edit) })),
    };
  }
}

/** Each is loaded when somebody chooses the language; a policy in JSON is what most begin with. */
const syntaxes: Readonly<Record<Language, () => Extension | Promise<Extension>>> = {
  json,
  hcl: () => StreamLanguage.define(hclTokens),
  yaml: async () => (await import("@codemirror/lang-yaml")).yaml(),
  typescript: async () => (await import("@codemirror/lang-javascript")).javascript({ typescript: true }),
};

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.keyword, tags.definition(tags.propertyName)], color: "var(--site-code-key)" },
  { tag: tags.string, color: "var(--site-code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--site-code-number)" },
  { tag: tags.comment, color: "var(--site-code-comment)" },
]);

const theme = EditorView.theme({
  "&": { height: "100%", fontSize: "13.5px", backgroundColor: "var(--vp-c-bg)", color: "var(--vp-c-text-1)" },
  "&.cm-focused": { outline: "2px solid var(--vp-c-brand-1)" },
  ".cm-scroller": { fontFamily: "var(--vp-font-family-mono)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--vp-c-text-1)" },
  ".cm-cursor": { borderLeftColor: "var(--vp-c-text-1)" },
  ".cm-gutters": {
    backgroundColor: "var(--vp-c-bg-soft)",
    color: "var(--vp-c-text-2)",
    borderRight: "1px solid var(--vp-c-divider)",
  },
  ".cm-activeLine": { backgroundColor: "var(--vp-c-brand-soft)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--vp-c-brand-1) 30%, transparent)",
  },
  ".cm-lintRange-error, .cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--site-error) 1.5px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning": { textDecorationColor: "var(--site-warning)" },
  ".cm-tooltip": {
    border: "1px solid var(--vp-c-border)",
    backgroundColor: "var(--vp-c-bg-elv)",
    color: "var(--vp-c-text-1)",
    maxWidth: "min(560px, 90vw)",
  },
  ".cm-panels": { backgroundColor: "var(--vp-c-bg-soft)", color: "var(--vp-c-text-1)" },
  ".cm-diagnosticAction": { backgroundColor: "var(--vp-c-brand-3)", color: "#fff", padding: "2px 8px" },
});

// Tab leaves the editor: somebody without a mouse gets out of it.
const extensions: Extension = [
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  highlightActiveLine(),
  syntaxHighlighting(colours),
  theme,
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": "Policy" }),
  keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
];
