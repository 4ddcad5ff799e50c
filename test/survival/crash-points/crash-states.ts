/** What a disk may hold after a crash, at every point of a command. */
import { createHash } from "node:crypto";

import { seededRandomness } from "../../support/seeded-randomness.ts";
import { createDisk } from "./disk.ts";
import type { Disk } from "./disk.ts";
import type { Change } from "./disk-changes.ts";
import type { Tree } from "./nodes.ts";

export interface CrashState {
  /** After which change, and what of it and of those before it arrived. */
  readonly what: string;
  readonly tree: Tree;
  readonly key: string;
  /** Whether the command had said by then that it was done. */
  readonly acknowledged: boolean;
}

/** The disk after the last change, all of it written. */
export const treeAfter = (root: string, changes: readonly Change[]): Tree => {
  const disk = createDisk(root);
  for (const change of changes) disk.do(change);
  return disk.tree("now", "now");
};

const digests = new WeakMap<Buffer, string>();

const digestOf = (content: Buffer): string => {
  const digest = digests.get(content) ?? createHash("sha256").update(content).digest("base64");
  digests.set(content, digest);
  return digest;
};

/** A line for each file and folder, equal for equal trees. */
export const keyOf = (tree: Tree): string =>
  [...tree]
    .map(([path, content]) => `${path}\0${content === undefined ? "" : digestOf(content)}`)
    .toSorted()
    .join("\n");

const described = (at: number, change: Change): string => {
  const where = "path" in change ? [change.path] : [];
  const names = "from" in change ? [change.from, change.to] : where;
  const size =
    change.type === "write"
      ? `, ${change.bytes.length} bytes at ${change.offset ?? "its end"}`
      : "";
  return `${at}. ${[change.type, ...names].join(" ")}${size}`;
};

/** What is said of a state to which a power cut did nothing: as after a kill. */
export const allArrived = "all has arrived";

/** What may be on the disk at one point: the change is done in the midst of it. */
function* treesAround(
  disk: Disk,
  change: Change,
  heads: () => boolean,
): Iterable<readonly [string, Tree]> {
  for (const [bytes, tree] of disk.torn(change)) yield [`torn after ${bytes} bytes`, tree];
  disk.do(change);
  yield [allArrived, disk.tree("now", "now")];
  yield ["what was synced", disk.tree("synced", "synced")];
  yield ["all names, contents as synced", disk.tree("now", "synced")];
  yield ["all contents, names as synced", disk.tree("synced", "now")];
  yield ["what was synced, and this alone", disk.alone()];
  yield ["what was synced, and more by chance", disk.partly(heads)];
}

/** Every state, an equal one again and again. `root` is the folder as it was before the changes. */
export function* crashStates(root: string, changes: readonly Change[]): Iterable<CrashState> {
  const disk = createDisk(root);
  const random = seededRandomness(1);
  const heads = (): boolean => (random.bytes(1)[0] ?? 0) % 2 === 1;
  const said = changes.findLastIndex(({ type }) => type === "say");
  for (const [at, change] of changes.entries()) {
    // Done, and nothing on the disk is another for it.
    if (change.type === "close") {
      disk.do(change);
      continue;
    }
    const acknowledged = said !== -1 && at >= said;
    for (const [arrived, tree] of treesAround(disk, change, heads))
      yield { what: `${described(at, change)}: ${arrived}`, tree, key: keyOf(tree), acknowledged };
  }
}
