/** A policy in either version, in the form that both have. */
export interface PlainPolicy {
  readonly Version: ConvertibleVersion;
  readonly Statement: readonly PlainStatement[];
}

/** The versions between which a policy may be converted: those of custom policies and of identity policies. */
export const convertibleVersions = ["1.1", "5.0"] as const;
export type ConvertibleVersion = (typeof convertibleVersions)[number];

export interface PlainStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly Condition?: PlainCondition;
}

/** Operators with keys with values. */
export type PlainCondition = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the other version cannot say, or not for sure. */
export interface Obstacle {
  /** Where it stands: `Statement[0].Action[1]`. */
  readonly place: string;
  /** A sentence. */
  readonly reason: string;
}

/** A policy as it is written, and what of it is in the form of one version only. */
export interface ReadPolicy {
  /** `undefined` if the value is no policy that can be converted at all. */
  readonly policy: PlainPolicy | undefined;
  readonly obstacles: readonly Obstacle[];
}

/** Reads a policy out of parsed JSON. */
export function readPlainPolicy(value: unknown): ReadPolicy {
  const reader = new Reader();
  const policy = reader.policy(value);
  return { policy, obstacles: reader.obstacles };
}

class Reader {
  readonly obstacles: Obstacle[] = [];

  policy(value: unknown): PlainPolicy | undefined {
    if (!isObject(value)) {
      this.#refuse("", "This is no policy: it must be an object.");
      return undefined;
    }
    const version = convertibleVersions.find((known) => known === value["Version"]);
    if (!version) {
      this.#refuse("Version", 'Only policies with "Version": "1.1" or "5.0" can be converted.');
      return undefined;
    }
    this.#refuseOthers(value, "", ["Version", "Statement"]);
    const statements = version === "5.0" && isObject(value["Statement"]) ? [value["Statement"]] : value["Statement"];
    if (!Array.isArray(statements) || statements.length === 0) {
      this.#refuse("Statement", "The statements must be a list, and not empty.");
      return undefined;
    }
    const read = statements.map((one, index) => this.#statement(one, `Statement[${index}]`, version));
    return { Version: version, Statement: read.filter((one) => one !== undefined) };
  }

  #statement(value: unknown, place: string, version: ConvertibleVersion): PlainStatement | undefined {
    if (!isObject(value)) {
      this.#refuse(place, "A statement must be an object.");
      return undefined;
    }
    this.#refuseOthers(value, place, ["Effect", "Action", "NotAction", "Resource", "Condition"]);
    const { Effect: effect, Action: action, NotAction: notAction, Resource: resource, Condition: condition } = value;
    if (effect !== "Allow" && effect !== "Deny") {
      this.#refuse(`${place}.Effect`, 'The effect must be "Allow" or "Deny".');
      return undefined;
    }
    if ((action === undefined) === (notAction === undefined)) {
      this.#refuse(place, 'A statement must have either "Action" or "NotAction".');
      return undefined;
    }
    const mayBeLone = version === "5.0";
    return {
      Effect: effect,
      ...(action === undefined ? {} : { Action: this.#texts(action, `${place}.Action`, mayBeLone) }),
      ...(notAction === undefined ? {} : { NotAction: this.#texts(notAction, `${place}.NotAction`, mayBeLone) }),
      ...(resource === undefined ? {} : { Resource: this.#texts(resource, `${place}.Resource`, mayBeLone) }),
      ...(condition === undefined ? {} : { Condition: this.#condition(condition, `${place}.Condition`, mayBeLone) }),
    };
  }

  #condition(value: unknown, place: string, mayBeLone: boolean): PlainCondition {
    return this.#members(value, place, (operator, keys) =>
      this.#members(keys, `${place}.${operator}`, (key, values) =>
        this.#texts(values, `${place}.${operator}["${key}"]`, mayBeLone),
      ),
    );
  }

  #members<Read>(
    value: unknown,
    place: string,
    read: (key: string, value: unknown) => Read,
  ): Readonly<Record<string, Read>> {
    if (!isObject(value) || Object.keys(value).length === 0) {
      this.#refuse(place, "This must be an object, and not empty.");
      return {};
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, read(key, one)]));
  }

  #texts(value: unknown, place: string, mayBeLone: boolean): readonly string[] {
    const texts: readonly unknown[] = Array.isArray(value) ? value : mayBeLone ? [value] : [];
    if (texts.length === 0 || !texts.every((text) => typeof text === "string")) {
      this.#refuse(place, "This must be a list of texts, and not empty.");
      return [];
    }
    return texts;
  }

  #refuseOthers(value: object, place: string, known: readonly string[]): void {
    for (const key of Object.keys(value).filter((one) => !known.includes(one))) {
      this.#refuse(place === "" ? key : `${place}.${key}`, `Only one of the two versions has "${key}".`);
    }
  }

  #refuse(place: string, reason: string): void {
    this.obstacles.push({ place, reason });
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
