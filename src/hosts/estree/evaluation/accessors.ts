import type { Value } from "../../../policy/value.js";
import { ClassValue, InstanceCell } from "./class-value.js";
import type { Evaluator } from "./evaluator.js";
import type { FunctionValue } from "./functions.js";
import { RecordCell } from "./record.js";

/** Takes into account that the program reads all members: those with a getter do something. */
export function callAccessors(evaluator: Evaluator, object: Value): void {
  if (object instanceof RecordCell) {
    for (const getter of object.getters.values()) {
      evaluator.uncalled.functionEscapes(evaluator, getter.boundTo(object));
    }
  }
}

/** The function that takes what is assigned to a member. */
export function setterOf(owner: Value, name: string): FunctionValue | undefined {
  if (owner instanceof InstanceCell) {
    return owner.classValue.setter(name);
  }
  if (owner instanceof ClassValue) {
    return owner.staticSetter(name);
  }
  return owner instanceof RecordCell ? owner.setters.get(name) : undefined;
}
