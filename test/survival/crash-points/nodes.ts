/**
 * Files and folders that remember what is safe from a loss of power: a file its content as it was synced last, a folder its names as
 * they were synced last, and both what was done since. Strict, as POSIX is: that a file was synced says nothing of its name.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** What was done to a file's content since it was synced. */
export type Edit = (content: Buffer) => Buffer;

/** What was done to a folder's names in one step; nothing where a name went. */
export type Renaming = ReadonlyMap<string, File | Folder | undefined>;

export interface File {
  now: Buffer;
  synced: Buffer;
  edits: readonly Edit[];
}

export interface Folder {
  now: ReadonlyMap<string, File | Folder>;
  synced: ReadonlyMap<string, File | Folder>;
  edits: readonly Renaming[];
}

/** Content of files by their path below the root; of a folder nothing, so that an empty one is there too. */
export type Tree = ReadonlyMap<string, Buffer | undefined>;

export const isFolder = (node: File | Folder): node is Folder => node.now instanceof Map;

export const renamed = (names: Folder["now"], edit: Renaming): Folder["now"] => {
  const after = new Map(names);
  for (const [name, node] of edit) {
    if (node === undefined) after.delete(name);
    else after.set(name, node);
  }
  return after;
};

export const emptyFile = (): File => ({
  now: Buffer.alloc(0),
  synced: Buffer.alloc(0),
  edits: [],
});

export const emptyFolder = (): Folder => ({ now: new Map(), synced: new Map(), edits: [] });

/** A folder of the real disk, all of it safe. */
export const loaded = (path: string): Folder => {
  const now = new Map<string, File | Folder>();
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) {
      now.set(entry.name, loaded(below));
    } else {
      const content = readFileSync(below);
      now.set(entry.name, { now: content, synced: content, edits: [] });
    }
  }
  return { now, synced: now, edits: [] };
};

/** Not SQLite's index of the log: it is mapped into memory, so not all that is written to it is seen, and made anew after a crash. */
const isRebuilt = (name: string): boolean => name.endsWith("-shm");

/** The tree in which folders have these names and files these contents. */
export const treeOf = (
  top: Folder,
  namesOf: (folder: Folder) => Folder["now"],
  contentOf: (file: File) => Buffer,
): Tree => {
  const found = new Map<string, Buffer | undefined>();
  const walk = (folder: Folder, path: string): void => {
    for (const [name, node] of namesOf(folder)) {
      if (isRebuilt(name)) continue;
      found.set(join(path, name), isFolder(node) ? undefined : contentOf(node));
      if (isFolder(node)) walk(node, join(path, name));
    }
  };
  walk(top, "");
  return found;
};
