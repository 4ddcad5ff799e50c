/** A disk on which the changes of a traced command are done again, and what of them could be on it after a crash. */
import { basename, dirname } from "node:path";

import type { Change } from "./disk-changes.ts";
import { emptyFile, emptyFolder, isFolder, loaded, renamed, treeOf } from "./nodes.ts";
import type { Edit, File, Folder, Renaming, Tree } from "./nodes.ts";
import { edges, sized, written } from "./sectors.ts";

type Moment = "now" | "synced";

export interface Disk {
  readonly do: (change: Change) => void;
  /** With the names of one moment and the contents of one. */
  readonly tree: (names: Moment, contents: Moment) => Tree;
  /** What was synced, and of all that was done since what `kept` says, each in its order. */
  readonly partly: (kept: () => boolean) => Tree;
  /** What was synced, and nothing else but the last change. */
  readonly alone: () => Tree;
  /** A writing that is still to be done, cut at edges of sectors: how many bytes arrived, and the tree with all before it. */
  readonly torn: (change: Change) => Iterable<readonly [number, Tree]>;
}

/** The folder `root` as it is, all of it safe. */
export const createDisk = (root: string): Disk => {
  const top = loaded(root);
  const open = new Map<number, { readonly node: File | Folder; position: number }>();

  const folderAt = (path: string): Folder => {
    if (path === "" || path === ".") return top;
    const node = folderAt(dirname(path)).now.get(basename(path));
    if (node === undefined || !isFolder(node)) throw new Error(`no folder: ${path}`);
    return node;
  };
  const holder = (path: string): Folder => folderAt(dirname(path));
  const nodeAt = (path: string): File | Folder => {
    const node = path === "" ? top : holder(path).now.get(basename(path));
    if (node === undefined) throw new Error(`nothing is at ${path}`);
    return node;
  };
  /** What a descriptor is of. It has the name that strace saw, unless that has gone. */
  const opened = (descriptor: number, path: string) => {
    const one = open.get(descriptor);
    if (one === undefined) throw new Error(`${descriptor} is not open: ${path}`);
    const there = path === "" ? top : holder(path).now.get(basename(path));
    if (there !== undefined && there !== one.node) throw new Error(`${descriptor} is not ${path}`);
    return one;
  };
  const fileOf = (descriptor: number, path: string) => {
    const one = opened(descriptor, path);
    if (isFolder(one.node)) throw new Error(`a folder is written to: ${path}`);
    return { file: one.node, one };
  };

  const keeping = (kept: (edit: Edit | Renaming) => boolean): Tree =>
    treeOf(
      top,
      ({ synced, edits }) => edits.filter(kept).reduce(renamed, synced),
      ({ synced, edits }) => edits.filter(kept).reduce((content, edit) => edit(content), synced),
    );

  let last: readonly (Edit | Renaming)[] = [];
  const edit = (file: File, how: Edit): void => {
    file.now = how(file.now);
    file.edits = [...file.edits, how];
    last = [...last, how];
  };
  const rename = (
    folder: Folder,
    names: readonly (readonly [string, File | Folder | undefined])[],
  ) => {
    const renaming = new Map(names);
    folder.now = renamed(folder.now, renaming);
    folder.edits = [...folder.edits, renaming];
    last = [...last, renaming];
  };

  const apply = (change: Change): void => {
    last = [];
    switch (change.type) {
      case "open": {
        const { path, descriptor, creates, empties, strange } = change;
        if (strange) throw new Error(`opened in a way that is not known here: ${path}`);
        if (creates && !holder(path).now.has(basename(path)))
          rename(holder(path), [[basename(path), emptyFile()]]);
        const node = nodeAt(path);
        if (empties && !isFolder(node)) edit(node, () => Buffer.alloc(0));
        open.set(descriptor, { node, position: 0 });
        return;
      }
      case "close":
        open.delete(change.descriptor);
        return;
      case "write": {
        const { bytes } = change;
        const { file, one } = fileOf(change.descriptor, change.path);
        const offset = change.offset ?? one.position;
        edit(file, (content) => written(content, offset, bytes));
        if (change.offset === undefined) one.position += bytes.length;
        return;
      }
      case "resize": {
        const { file } = fileOf(change.descriptor, change.path);
        edit(file, (content) => sized(content, change.length));
        return;
      }
      case "sync": {
        const { node } = opened(change.descriptor, change.path);
        node.synced = node.now;
        node.edits = [];
        return;
      }
      case "rename":
      case "link": {
        const node = nodeAt(change.from);
        const [from, to] = [holder(change.from), holder(change.to)];
        // Of two names of one file: POSIX has both stay.
        if (to.now.get(basename(change.to)) === node) return;
        const taken = [basename(change.to), node] as const;
        const given = [basename(change.from), undefined] as const;
        // In one folder both names change in one step.
        rename(to, change.type === "rename" && from === to ? [taken, given] : [taken]);
        if (change.type === "rename" && from !== to) rename(from, [given]);
        return;
      }
      case "remove":
        rename(holder(change.path), [[basename(change.path), undefined]]);
        return;
      case "make-folder":
        rename(holder(change.path), [[basename(change.path), emptyFolder()]]);
        return;
      case "say":
    }
  };

  return {
    do: apply,
    tree: (names, contents) =>
      treeOf(
        top,
        (folder) => folder[names],
        (file) => file[contents],
      ),
    partly: (kept) => keeping(kept),
    alone: () => keeping((one) => last.includes(one)),
    *torn(change) {
      if (change.type !== "write") return;
      const { file, one } = fileOf(change.descriptor, change.path);
      const { now } = file;
      const offset = change.offset ?? one.position;
      for (const edge of edges(offset, change.bytes.length)) {
        file.now = written(now, offset, change.bytes.subarray(0, edge));
        yield [
          edge,
          treeOf(
            top,
            (folder) => folder.now,
            (content) => content.now,
          ),
        ];
      }
      file.now = now;
    },
  };
};
