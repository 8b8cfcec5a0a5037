import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  type ClientCapabilities,
  type CompletionItem,
  type Diagnostic,
  type ProtocolConnection,
  type TextDocumentPositionParams,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/** A user's `settings.json`, as far as VS Code's own JSON support and the YAML extension look into it. */
export interface SchemaSettings {
  readonly "json.schemas"?: readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
  readonly "yaml.schemas"?: Readonly<Record<string, string | readonly string[]>>;
}

/** Where the cursor is in a text. */
const cursor = "‸";

/** An editor with a project's folder open, and the server that knows schemas of one language. */
export interface SchemaEditor {
  /** What is offered at the `‸` of a text, and how long the server has taken for it in milliseconds. */
  complete(path: string, text: string): Promise<{ items: readonly CompletionItem[]; milliseconds: number }>;
  /** What is shown for what stands at the `‸` of a text, in Markdown; empty if nothing is. */
  hover(path: string, text: string): Promise<string>;
  /** What is underlined in a text, with the messages. */
  problems(path: string, text: string): Promise<readonly Problem[]>;
  stop(): Promise<void>;
}

export interface Problem {
  readonly at: string;
  readonly message: string;
}

const programs = {
  json: "vscode-langservers-extracted/bin/vscode-json-language-server",
  yaml: "yaml-language-server/bin/yaml-language-server",
};

/**
 * Starts the server that VS Code has for JSON, or that of its YAML extension, and talks to it as they do.
 *
 * @param folder absolute; relative paths in settings start there
 */
export async function startSchemaEditor(
  language: keyof typeof programs,
  folder: string,
  settings: SchemaSettings,
): Promise<SchemaEditor> {
  const server = join(import.meta.dirname, "../node_modules", programs[language]);
  if (!existsSync(server)) {
    throw new Error("The editor's server is not installed. Run `npm run e2e`, which installs it.");
  }
  const env = { PATH: dirname(process.execPath), HOME: folder };
  const child = spawn(process.execPath, [server, "--stdio"], { cwd: folder, env });
  const session = new Session(language, folder, child);
  await session.start(settings);
  return session;
}

const capabilities: ClientCapabilities = {
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: {
    completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
    hover: { contentFormat: ["markdown"] },
    publishDiagnostics: {},
  },
};

class Session implements SchemaEditor {
  readonly #connection: ProtocolConnection;
  readonly #waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  /** Every text is a file of its own, so that no answer is about an earlier one. */
  #opened = 0;

  constructor(
    private readonly language: keyof typeof programs,
    private readonly folder: string,
    private readonly child: ChildProcessWithoutNullStreams,
  ) {
    this.#connection = createProtocolConnection(child.stdout, child.stdin);
    child.on("exit", () => this.#connection.dispose());
  }

  async start(settings: SchemaSettings): Promise<void> {
    const connection = this.#connection;
    const sections = sectionsOf(settings, this.folder);
    connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section = "" }) => sections[section] ?? null),
    );
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
      this.#waiting.get(uri)?.(diagnostics),
    );
    connection.listen();
    await connection.sendRequest(InitializeRequest.method, {
      processId: process.pid,
      rootUri: pathToFileURL(this.folder).href,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: "project" }],
      capabilities,
      initializationOptions: { handledSchemaProtocols: ["file"] },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: sections });
  }

  async complete(path: string, text: string) {
    const place = await this.#open(path, text);
    const start = performance.now();
    const answer = await this.#connection.sendRequest(CompletionRequest.type, place);
    const milliseconds = performance.now() - start;
    return { items: Array.isArray(answer) ? answer : (answer?.items ?? []), milliseconds };
  }

  async hover(path: string, text: string) {
    const hover = await this.#connection.sendRequest(HoverRequest.type, await this.#open(path, text));
    const contents = [hover?.contents ?? []].flat();
    return contents.map((part) => (typeof part === "string" ? part : part.value)).join("\n");
  }

  async problems(path: string, text: string) {
    const uri = this.#newUri(path);
    const published = new Promise<Diagnostic[]>((resolve) => this.#waiting.set(uri, resolve));
    const { document } = await this.#openAs(uri, text);
    return (await published).map(({ range, message }) => ({
      at: document.getText(range),
      message: typeof message === "string" ? message : message.value,
    }));
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest(ShutdownRequest.type);
    this.child.kill();
  }

  async #open(path: string, text: string): Promise<TextDocumentPositionParams> {
    const { document, offset } = await this.#openAs(this.#newUri(path), text);
    return { textDocument: { uri: document.uri }, position: document.positionAt(offset) };
  }

  #newUri(path: string): string {
    const place = join(this.folder, path);
    this.#opened += 1;
    return pathToFileURL(join(dirname(place), `${this.#opened}`, path.slice(path.lastIndexOf("/") + 1))).href;
  }

  async #openAs(uri: string, marked: string): Promise<{ document: TextDocument; offset: number }> {
    const offset = Math.max(0, marked.indexOf(cursor));
    const document = TextDocument.create(uri, this.language, 1, marked.replace(cursor, ""));
    await this.#connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: this.language, version: 1, text: document.getText() },
    });
    return { document, offset };
  }
}

/** What VS Code makes of the settings: it resolves the addresses of JSON schemas itself. */
function sectionsOf(settings: SchemaSettings, folder: string): Readonly<Record<string, unknown>> {
  const schemas = settings["json.schemas"] ?? [];
  const base = `${pathToFileURL(folder).href}/`;
  return {
    json: {
      validate: { enable: true },
      schemas: schemas.map(({ fileMatch, url }) => ({ fileMatch, url: new URL(url, base).href })),
    },
    yaml: {
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
      schemas: settings["yaml.schemas"] ?? {},
    },
  };
}
