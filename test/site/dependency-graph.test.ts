import { describe, expect, it } from "vitest";
import { dependencyGraph, edgePath, nodeHeight, type GraphNode } from "../../site/engine/dependency-graph.js";
import { catalogOf } from "../../src/catalog/catalog.js";

const overlap = (one: GraphNode, other: GraphNode) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + nodeHeight &&
  other.y < one.y + nodeHeight;

describe("the picture of an action's dependencies", () => {
  const graph = dependencyGraph("otc-swiss", "ecs:servers:createImage");
  const at = (level: number) => graph?.nodes.filter((node) => node.level === level).map(({ name }) => name) ?? [];

  it("has what it needs at its right, and what that needs beyond", () => {
    expect(at(0)).toEqual(["ecs:servers:createImage"]);
    expect(at(1)).toEqual(expect.arrayContaining(["ims:images:create", "evs:snapshots:create"]));
    expect(at(1).some((name) => at(2).includes(name))).toBe(false);
  });

  it("has a line for each need, from who needs it", () => {
    const lines = graph?.edges.map(({ from, to }) => `${from.name} > ${to.name}`);
    expect(lines).toContain("ecs:servers:createImage > ims:images:create");
    expect(new Set(lines).size).toBe(lines?.length);
    expect(graph?.edges.every((edge) => /^M[-\d. ]+C[-\d. ]+$/u.test(edgePath(edge)))).toBe(true);
  });

  it("has those that need an action at its left", () => {
    const needed = dependencyGraph("otc-swiss", "ims:images:create");
    expect(needed?.nodes.filter(({ level }) => level === -1).map(({ name }) => name)).toContain(
      "ecs:servers:createImage",
    );
  });

  it("is absent for an action without any, and for an unknown one", () => {
    expect(dependencyGraph("otc", "ims:images:lst")).toBeUndefined();
    expect(dependencyGraph("otc", "no action")).toBeUndefined();
  });

  it("has no two names over each other, whatever the action, and says what it leaves out", () => {
    let largest = 0;
    for (const cloud of ["otc", "otc-swiss", "huaweicloud"] as const) {
      for (const { name } of catalogOf(cloud).service("ims")?.actions.values() ?? []) {
        const { nodes = [], width = 0, height = 0, left } = dependencyGraph(cloud, name) ?? {};
        largest = Math.max(largest, nodes.length);
        for (const [index, node] of nodes.entries()) {
          expect(nodes.slice(index + 1).filter((other) => overlap(node, other))).toEqual([]);
          expect(node.x + node.width).toBeLessThanOrEqual(width + 0.1);
          expect(node.y + nodeHeight).toBeLessThanOrEqual(height);
        }
        expect(nodes.length === 0 || left !== undefined).toBe(true);
      }
    }
    expect(largest).toBeGreaterThan(20);
  });
});
