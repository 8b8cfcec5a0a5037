import type { Member, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { ObjectNode } from "../tree/nodes.js";
import { keyNameOf, readKeyOf } from "../tree/properties.js";
import { spreadValue } from "./arrays.js";
import { composed, settled } from "./deferred.js";
import { forgetParts, partsOf } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { MemberBuilder } from "./member-builder.js";
import { RecordCell } from "./record.js";

/** An object. */
export function objectValue(evaluator: Evaluator, node: ObjectNode, frame: Frame): Value {
  const parts = node.properties.map((property): ObjectPart => readProperty(evaluator, property, frame));
  const spreads = parts.flatMap((part) => (part.kind === "spread" ? [part.value] : []));
  const made = composed(evaluator.making(node, frame).range, spreads, () => assembled(evaluator, node, frame, parts));
  return evaluator.recorder.objectMade(node, made, frame);
}

type ObjectPart =
  | { readonly kind: "member"; readonly member: Member }
  | { readonly kind: "spread"; readonly value: Value }
  | { readonly kind: "get" | "set"; readonly name: string; readonly accessor: FunctionValue }
  | { readonly kind: "unknown" };

function readProperty(evaluator: Evaluator, property: ObjectNode["properties"][number], frame: Frame): ObjectPart {
  if (property.type === "SpreadElement") {
    return { kind: "spread", value: membersNow(spreadValue(evaluator, property, frame)) };
  }
  const computed =
    property.computed && property.key.type !== "Literal" ? evaluator.read(property.key, frame) : undefined;
  const key = computed
    ? computed.kind === "string" && computed.isStatic
      ? computed.value
      : undefined
    : keyNameOf(property);
  const value = evaluator.evaluate(property.value, frame);
  if (key === "__proto__" && property.type === "Property" && !property.computed && !property.shorthand) {
    // The object has what the other has, which is not followed.
    forgetParts(
      evaluator,
      partsOf(value).map((part) => part.value),
    );
    return { kind: "unknown" };
  }
  if (key === undefined) {
    if (value instanceof FunctionValue) {
      // Whoever knows the key may call it.
      evaluator.uncalled.functionEscapes(evaluator, value);
    }
    return { kind: "unknown" };
  }
  if (property.kind !== "init") {
    return value instanceof FunctionValue ? { kind: property.kind, name: key, accessor: value } : { kind: "unknown" };
  }
  const { activation } = frame;
  const isWritten = activation.module.origin === undefined;
  const place = (range: Range) => activation.reference ?? range;
  return {
    kind: "member",
    member: {
      key,
      keyRange: place(computed?.kind === "string" && computed.isLiteral ? computed.contentRange : property.key.range),
      range: place(property.range),
      value,
      ...(isWritten && !computed ? readKeyOf(property, activation.module.text) : {}),
    },
  };
}

/** What follows may change an object that is spread, but no longer what is taken from it. */
function membersNow(value: Value): Value {
  return value.kind === "choice"
    ? { ...value, branches: value.branches.map(membersNow) }
    : value instanceof RecordCell
      ? value.spreadAsItIs()
      : value;
}

function assembled(evaluator: Evaluator, node: ObjectNode, frame: Frame, parts: readonly ObjectPart[]): RecordCell {
  const builder = new MemberBuilder(evaluator);
  const accessors: Record<"get" | "set", Map<string, FunctionValue> | undefined> = { get: undefined, set: undefined };
  for (const part of parts) {
    switch (part.kind) {
      case "member":
        builder.set(part.member);
        break;
      case "spread":
        builder.spread(settled(part.value));
        break;
      case "get":
      case "set":
        (accessors[part.kind] ??= new Map()).set(part.name, part.accessor);
        builder.isComplete = false;
        break;
      default:
        builder.addUnknown();
    }
  }
  const isWhole = node.parent?.type === "JSONExpressionStatement";
  const { members, isComplete, constructs } = builder;
  return new RecordCell(
    evaluator.store,
    evaluator.making(node, frame),
    { members, isComplete },
    {
      isWhole,
      leftOut: builder.leftOut,
      hasUndefined: builder.hasUndefined,
      hasRepeated: builder.hasRepeated,
      getters: accessors.get,
      setters: accessors.set,
      spreadConstructs: constructs,
    },
  );
}
