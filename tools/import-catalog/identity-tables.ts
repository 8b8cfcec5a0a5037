/** Reads the tables of the authorization references of identity policies (version 5.0), on pages of any format. */
import {
  accessLevels,
  type AccessLevel,
  type ActionResource,
  type IdentityAction,
  type IdentityConditionKey,
  type IdentityOperation,
  type IdentityResource,
  type ValueType,
  valueTypes,
} from "../../src/catalog/identity-format.js";
import { parseApiCell } from "./api-cell.js";
import { headWord } from "./columns.js";
import { type Cell, type Grid, cellText, emptyCell } from "./grid.js";
import { findIdentityActions } from "./identity-names.js";
import { type IdentityParts, identityAction, mergeActions } from "./identity-parts.js";
import { fold } from "./words.js";

type Column = "action" | "level" | "resource" | "alias" | "dependencies" | "urn" | "key" | "type" | "values" | "api";

const heads: readonly (readonly [Column, RegExp])[] = [
  ["action", /^(?:对应的)?授权项(?:\(action\))?$|^actions?$/u],
  ["level", /^访问级别$|^accesslevel$/u],
  ["resource", /^资源类型(?:\(为必须\))?$|^resourcetypes?(?:\(:required\))?$/u],
  ["key", /^(?:服务级)?条件键$|^(?:service-level|service-specific)?conditionkeys?$/u],
  ["alias", /^别名$|^alias(?:es)?$/u],
  ["dependencies", /^依赖的授权项$|^dependenc(?:y|ies)$/u],
  ["urn", /^urn$/u],
  ["type", /^类型$|^type$/u],
  ["values", /^单值\/多值$|^single-valued\/multivalued$|^single-valuedormulti-?valued$|^multi-?valued$/u],
  ["api", /^(?:对应的?)?api(?:接口)?$/u],
];

type Row = (column: Column) => Cell;

interface Table {
  readonly has: (...columns: readonly Column[]) => boolean;
  readonly rows: readonly Row[];
}

/**
 * What a page says of identity policies, or `undefined` for any other page. Its tables look like those of version 1.1,
 * but their names are those of the other language, so that they must not be read as such.
 */
export function readIdentityTables(grids: readonly Grid[]): IdentityParts | undefined {
  const tables = grids.map(tableOf);
  const ofActions = tables.filter(({ has }) => has("action", "level"));
  if (ofActions.length === 0) return undefined;
  return {
    // The page of a single API has a column of dependencies, and that API's action only.
    isComplete: !ofActions.some(({ has }) => has("dependencies")),
    actions: mergeActions(ofActions.flatMap(actionsIn)),
    resources: tables.filter(({ has }) => has("resource", "urn")).flatMap(({ rows }) => rows.flatMap(resourceIn)),
    conditionKeys: tables.filter(({ has }) => has("key", "type")).flatMap(({ rows }) => rows.flatMap(keyIn)),
    operations: tables
      .filter(({ has }) => has("api", "action") && !has("level"))
      .flatMap(({ rows }) => rows.flatMap(operationsIn)),
  };
}

function tableOf({ head, body }: Grid): Table {
  const places = new Map<Column, number>();
  for (const [place, cell] of head.entries()) {
    const column = heads.find(([, pattern]) => pattern.test(headWord(cell)))?.[0];
    if (column !== undefined && !places.has(column)) places.set(column, place);
  }
  return {
    has: (...columns) => columns.every((column) => places.has(column)),
    rows: body.map((cells) => (column) => cells[places.get(column) ?? -1] ?? emptyCell),
  };
}

/** The actions of a table. A row without an action goes on with the one above, whose cell spans both. */
function actionsIn({ rows }: Table): readonly IdentityAction[] {
  let names: readonly string[] = [];
  return rows.flatMap((row) => {
    const own = findIdentityActions(cellText(row("action")));
    names = own.length > 0 ? own : names;
    return names.map((name) => actionOf(name, row));
  });
}

function actionOf(name: string, row: Row): IdentityAction {
  const accessLevel = levelOf(cellText(row("level")));
  const resources = resourcesOf(row);
  const keys = keysIn(cellText(row("key")));
  return identityAction({
    name,
    ...(accessLevel !== undefined && { accessLevel }),
    aliases: findIdentityActions(cellText(row("alias"))),
    resources,
    // Beside a resource type, keys hold for that type only.
    conditionKeys: resources.length > 0 ? [] : keys,
  });
}

function resourcesOf(row: Row): readonly ActionResource[] {
  const text = cellText(row("resource")).normalize("NFKC");
  const conditionKeys = keysIn(cellText(row("key")));
  return [...text.matchAll(/(?<type>[A-Za-z][\w-]*)\s*(?<star>\*)?/gu)].map(({ groups }) => ({
    type: groups?.["type"] ?? "",
    ...(groups?.["star"] !== undefined && { required: true as const }),
    ...(conditionKeys.length > 0 && { conditionKeys }),
  }));
}

function keysIn(text: string): readonly string[] {
  const found = text.normalize("NFKC").matchAll(/(?<![\w:/])[A-Za-z][\w-]*:[\w-]+(?:\/<[\w-]+>)?/gu);
  return [...new Set([...found].map(([key]) => key))];
}

function levelOf(text: string): AccessLevel | undefined {
  const word = fold(text).replace(/[\s-]+/gu, "_");
  return accessLevels.find((level) => level === word) ?? chineseLevels.get(word);
}

const chineseLevels: ReadonlyMap<string, AccessLevel> = new Map([
  ["列表", "list"],
  ["读", "read"],
  ["写", "write"],
]);

function resourceIn(row: Row): readonly IdentityResource[] {
  const type = cellText(row("resource")).trim();
  const urn = /[\w-]+:\S*:\S*:\S+/u.exec(cellText(row("urn")))?.[0];
  return type === "" || urn === undefined ? [] : [{ type, urn }];
}

function keyIn(row: Row): readonly IdentityConditionKey[] {
  const type = typeOf(cellText(row("type")));
  const isMultiValued = multiValued(cellText(row("values")));
  return keysIn(cellText(row("key"))).map((key) => ({
    key,
    ...(type !== undefined && { type }),
    ...(isMultiValued !== undefined && { isMultiValued }),
  }));
}

function typeOf(text: string): ValueType | undefined {
  const word = fold(text).replace(/[\s-]+/gu, "_");
  return valueTypes.find((type) => type === word);
}

function multiValued(text: string): boolean | undefined {
  const word = fold(text);
  if (/^(?:多值|multi-?valued)$/u.test(word)) return true;
  return /^(?:单值|single-?valued)$/u.test(word) ? false : undefined;
}

function operationsIn(row: Row): readonly IdentityOperation[] {
  const [action, ...others] = findIdentityActions(cellText(row("action")));
  const dependencies = [...others, ...findIdentityActions(cellText(row("dependencies")))];
  if (action === undefined) return [];
  return parseApiCell(row("api")).apis.map((id) => ({ id, action, ...(dependencies.length > 0 && { dependencies }) }));
}
