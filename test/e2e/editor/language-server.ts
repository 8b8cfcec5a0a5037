import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  ApplyWorkspaceEditRequest,
  CodeActionKind,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  RegistrationRequest,
  ShutdownRequest,
  TextDocumentEdit,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type ProtocolConnection,
  type WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { actionsOnSave, languageOf, serverSettings, type VscodeSettings } from "./vscode-settings.js";

/** Where `npm run e2e` installs the server that VS Code's ESLint extension brings along. */
const server = join(
  import.meta.dirname,
  "../node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server",
);

/** An editor with a project's folder open. Paths are those in the project. */
export interface Editor {
  /** What the server has told of errors so far; VS Code shows it under "Output". */
  readonly errors: readonly string[];
  /** The pages that a browser would show by now. */
  readonly openedPages: readonly string[];
  /** Opens a file with the text that is saved, afresh where it is open. */
  open(path: string): Promise<void>;
  /** The text as it stands in the editor. */
  text(path: string): string;
  /** Writes another text, as by typing. */
  type(path: string, text: string): Promise<void>;
  diagnostics(path: string): Promise<Diagnostic[]>;
  /** What the menu at a finding offers. */
  codeActions(path: string, diagnostic: Diagnostic): Promise<CodeAction[]>;
  execute(action: CodeAction): Promise<void>;
  /** Does what the settings want done before a file is saved, once its diagnostics are there. Nothing is saved. */
  runActionsOnSave(path: string): Promise<void>;
  /** Tells the server that a file has changed on the disk, as VS Code does for configurations. */
  notifyOfChange(path: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the ESLint server for a folder and talks to it as VS Code's extension does.
 *
 * @param folder absolute; its `node_modules` has ESLint
 * @param settings what the user has set
 * @param program the program of Node.js
 * @throws where the server is not installed
 */
export async function startEditor(
  folder: string,
  settings: VscodeSettings = {},
  program: string = process.execPath,
): Promise<Editor> {
  if (!existsSync(server)) {
    throw new Error("The editor's server is not installed. Run `npm run e2e`, which installs it.");
  }
  const child = spawn(program, [server, "--stdio"], {
    cwd: folder,
    env: { PATH: dirname(program), HOME: folder },
  });
  const session = new Session(folder, settings, child);
  await session.start();
  return session;
}

const capabilities: ClientCapabilities = {
  workspace: { applyEdit: true, configuration: true, workspaceFolders: true },
  textDocument: {
    diagnostic: {},
    codeAction: {
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
      },
    },
  },
};

class Session implements Editor {
  readonly errors: string[] = [];
  readonly openedPages: string[] = [];

  /** By their addresses. */
  readonly #documents = new Map<string, TextDocument>();
  readonly #connection: ProtocolConnection;

  constructor(
    private readonly folder: string,
    private readonly settings: VscodeSettings,
    private readonly child: ChildProcessWithoutNullStreams,
  ) {
    this.#connection = createProtocolConnection(child.stdout, child.stdin);
    // Whoever waits for a server that has ended would wait for ever.
    child.on("exit", () => this.#connection.dispose());
    child.stderr.setEncoding("utf8").on("data", (text: string) => this.errors.push(text));
  }

  async start(): Promise<void> {
    this.#answer();
    this.#connection.listen();
    // By its name: the type asks for the folder in a deprecated form, too.
    await this.#connection.sendRequest(InitializeRequest.method, {
      processId: process.pid,
      workspaceFolders: [{ uri: this.#uriOf(""), name: "project" }],
      capabilities,
    });
    await this.#connection.sendNotification(InitializedNotification.type, {});
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    // Asked to exit, the server would wait a second for nothing.
    this.child.kill();
  }

  async open(path: string): Promise<void> {
    const uri = this.#uriOf(path);
    if (this.#documents.has(uri)) {
      await this.#connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    }
    const text = readFileSync(join(this.folder, path), "utf8");
    const languageId = languageOf(path);
    const textDocument = { uri, languageId, version: 1, text };
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  text(path: string): string {
    return this.#documentOf(this.#uriOf(path)).getText();
  }

  async type(path: string, text: string): Promise<void> {
    await this.#replaceText(this.#uriOf(path), text);
  }

  async diagnostics(path: string): Promise<Diagnostic[]> {
    const textDocument = { uri: this.#uriOf(path) };
    const report = await this.#connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    if (report.kind === "unchanged") {
      throw new Error("The server answers for a result that nobody has told it of.");
    }
    return report.items;
  }

  async codeActions(path: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    return this.#codeActions(path, diagnostic.range, { diagnostics: [diagnostic] });
  }

  async execute({ edit, command }: CodeAction): Promise<void> {
    if (edit) {
      await this.#apply(edit);
    }
    if (command) {
      await this.#connection.sendRequest(ExecuteCommandRequest.type, {
        command: command.command,
        arguments: command.arguments ?? [],
      });
    }
  }

  async runActionsOnSave(path: string): Promise<void> {
    for (const kind of actionsOnSave(this.settings)) {
      const { lineCount } = this.#documentOf(this.#uriOf(path));
      const everything = { start: { line: 0, character: 0 }, end: { line: lineCount, character: 0 } };
      for (const action of await this.#codeActions(path, everything, { diagnostics: [], only: [kind] })) {
        await this.execute(action);
      }
    }
  }

  async notifyOfChange(path: string): Promise<void> {
    await this.#connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.#uriOf(path), type: FileChangeType.Changed }],
    });
  }

  async #codeActions(
    path: string,
    range: Diagnostic["range"],
    context: { diagnostics: Diagnostic[]; only?: string[] },
  ): Promise<CodeAction[]> {
    const textDocument = { uri: this.#uriOf(path) };
    const answer = await this.#connection.sendRequest(CodeActionRequest.type, { textDocument, range, context });
    return (answer ?? []).filter((entry): entry is CodeAction => typeof entry.command !== "string");
  }

  /** Answers what the server asks. */
  #answer(): void {
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri = "" }) =>
        serverSettings(this.settings, this.#documentOf(scopeUri).languageId, this.#uriOf("")),
      ),
    );
    this.#connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => ({
      applied: await this.#apply(edit),
    }));
    this.#connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
    this.#connection.onRequest(RegistrationRequest.type, () => undefined);
    this.#connection.onRequest("eslint/openDoc", ({ url }: { url: string }) => {
      this.openedPages.push(url);
      return {};
    });
    // Asked where no configuration is for a file that was only probed: the extension stays silent then.
    this.#connection.onRequest("eslint/probeFailed", () => ({}));
    this.#connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) {
        this.errors.push(message);
      }
    });
  }

  /** @returns whether the edit was meant for the text that stands there now */
  async #apply({ documentChanges = [] }: WorkspaceEdit): Promise<boolean> {
    for (const change of documentChanges) {
      if (!TextDocumentEdit.is(change)) {
        return false;
      }
      const document = this.#documentOf(change.textDocument.uri);
      if (change.textDocument.version !== document.version) {
        return false;
      }
      const edits = change.edits.filter((edit) => "newText" in edit);
      await this.#replaceText(document.uri, TextDocument.applyEdits(document, edits));
    }
    return true;
  }

  async #replaceText(uri: string, text: string): Promise<void> {
    const document = this.#documentOf(uri);
    const version = document.version + 1;
    const contentChanges = [{ text }];
    this.#documents.set(uri, TextDocument.update(document, contentChanges, version));
    await this.#connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  #uriOf(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  #documentOf(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) {
      throw new Error(`${uri} is not open.`);
    }
    return document;
  }
}
