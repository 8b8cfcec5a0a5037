import type { NodeVersion } from "../nodes.js";
import { peerCommit } from "../peer.js";
import type { Row } from "../row.js";

/** What the rows of the table are measured on. */
export interface Setting {
  /** A folder of its own. */
  readonly folder: string;
  readonly node: NodeVersion;
  /** The URL of the earlier build. */
  readonly peer: string;
}

/** What the same takes with a rule that does nothing, with the earlier build, and with ours. */
export interface Costs {
  readonly idle: number;
  readonly peer: number;
  readonly ours: number;
}

/** What is left of the costs without those of the rule that does nothing, against what the earlier build leaves. */
export function ownCost(what: string, rounds: readonly Costs[], atMost: number): Row {
  return {
    what: `${what}, own cost / that of ${peerCommit}`,
    samples: rounds.map(({ idle, peer, ours }) => (ours - idle) / (peer - idle)),
    target: { atMost },
  };
}
