/*
 * The grammar of IAM policies. What a cloud has in it, its actions above all, is in the module of that cloud.
 */

/** A policy of version 1.1, the only one of a custom policy. */
export interface CustomPolicy<Name extends string, Operator extends string, Key extends string> {
  readonly Version: "1.1";
  /** One to eight statements. A Deny wins over every Allow. */
  readonly Statement: readonly Statement<Name, Operator, Key>[];
}

export type Statement<Name extends string, Operator extends string, Key extends string> = StatementBase<Operator, Key> &
  (
    | {
        /** What the statement allows or denies. */
        readonly Action: readonly Name[];
        readonly NotAction?: never;
      }
    | {
        /** The statement is about all actions but these. */
        readonly NotAction: readonly Name[];
        readonly Action?: never;
      }
  );

interface StatementBase<Operator extends string, Key extends string> {
  readonly Effect: "Allow" | "Deny";
  /** `service:region:domainId:resourceType:path`; all resources if it is left out. The object is for agencies. */
  readonly Resource?: readonly string[] | { readonly uri: readonly string[] };
  /** All operators, and all of their keys, must hold. */
  readonly Condition?: Condition<Operator, Key>;
}

/** A table has the names; another one may be right, be it of a service or with `IfExists` at its end. */
type Condition<Operator extends string, Key extends string> = Partial<Record<Operator, ConditionKeys<Key>>> & {
  readonly [operator: string]: ConditionKeys<Key> | undefined;
};

type ConditionKeys<Key extends string> = Partial<Record<Key, readonly string[]>> & {
  readonly [key: string]: readonly string[] | undefined;
};

/** A policy of version 5.0. Its actions are not those of the tables. */
export interface IdentityPolicy<Name extends string> {
  readonly Version: "5.0";
  readonly Statement: readonly IdentityStatement<Name>[];
}

export interface IdentityStatement<Name extends string> {
  /** A name of your own. */
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  /** In trust policies only. */
  readonly Principal?: string | Readonly<Record<string, readonly string[]>>;
  /** In trust policies only. */
  readonly NotPrincipal?: string | Readonly<Record<string, readonly string[]>>;
  readonly Action?: readonly Name[];
  readonly NotAction?: readonly Name[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
