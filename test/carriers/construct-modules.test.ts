import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { modulesFolder, readModule } from "./construct-modules.js";

// The typings are written by hand after the packages' own: see test/fixtures/typings/README.md.
it("the modules compile with the typings of the libraries", { timeout: 60_000 }, () => {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    join(modulesFolder, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) =>
        expect.fail(ts.flattenDiagnosticMessageText(messageText, "\n")),
    },
  );
  const options = parsed?.options ?? {};
  const modules = readdirSync(modulesFolder).filter((name) => name.endsWith(".ts"));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const files = new Map(modules.map((name) => [join(modulesFolder, name), readModule(name).code]));
  host.getSourceFile = (file, languageVersion) => {
    const text = files.get(file) ?? readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, languageVersion);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const name = file?.fileName.slice(modulesFolder.length) ?? "";
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
  expect(modules.length).toBeGreaterThanOrEqual(5);
  expect(problems).toEqual([]);
});
