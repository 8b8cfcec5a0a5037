import type { TSESTree } from "@typescript-eslint/utils";
import { namesIn } from "../tree/pattern-names.js";
import { propertyName } from "../tree/property-names.js";
import { defaultExport } from "./statements.js";

/** What a module exports under a name: a name of its own, or one of another module. */
type Exported =
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "from"; readonly module: string; readonly path: readonly string[] };

export interface Exports {
  readonly names: ReadonlyMap<string, Exported>;
  /** The modules of `export * from "m"`. */
  readonly stars: readonly string[];
  /** Whether the module has neither imports nor exports of ECMAScript. */
  readonly isCommonJs: boolean;
}

/** The exports of a module, worked out once. */
export function exportsOf(program: TSESTree.Program): Exports {
  let exports = known.get(program);
  if (!exports) {
    exports = readExports(program);
    known.set(program, exports);
  }
  return exports;
}

const known = new WeakMap<TSESTree.Program, Exports>();

function readExports({ body }: TSESTree.Program): Exports {
  const names = new Map<string, Exported>();
  const stars: string[] = [];
  for (const statement of body) {
    switch (statement.type) {
      case "ExportDefaultDeclaration":
        names.set("default", { kind: "local", name: defaultExport });
        break;
      case "ExportAllDeclaration":
        if (statement.exported) {
          const name = propertyName(statement.exported) ?? "";
          names.set(name, { kind: "from", module: statement.source.value, path: [] });
        } else {
          stars.push(statement.source.value);
        }
        break;
      case "ExportNamedDeclaration":
        readNamed(statement, names);
        break;
    }
  }
  return { names, stars, isCommonJs: !body.some(({ type }) => /^(?:Import|Export)/u.test(type)) };
}

function readNamed(statement: TSESTree.ExportNamedDeclaration, names: Map<string, Exported>): void {
  const { declaration, source, specifiers } = statement;
  for (const { local, exported } of specifiers) {
    const [name, localName] = [propertyName(exported) ?? "", propertyName(local) ?? ""];
    names.set(
      name,
      source ? { kind: "from", module: source.value, path: [localName] } : { kind: "local", name: localName },
    );
  }
  for (const name of declaration ? declaredNames(declaration) : []) {
    names.set(name, { kind: "local", name });
  }
}

function declaredNames(declaration: TSESTree.NamedExportDeclarations): readonly string[] {
  switch (declaration.type) {
    case "VariableDeclaration":
      return declaration.declarations.flatMap(({ id }) => namesIn(id).map(({ name }) => name));
    case "FunctionDeclaration":
    case "ClassDeclaration":
    case "TSEnumDeclaration":
      return declaration.id ? [declaration.id.name] : [];
    case "TSModuleDeclaration":
      return declaration.id.type === "Identifier" ? [declaration.id.name] : [];
    default:
      return [];
  }
}
