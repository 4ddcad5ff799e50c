/** What calls do to the files below one folder, and when something was said to whoever started the command. */
import { relative, resolve } from "node:path";

import { afterStrings, descriptorPathsIn, stringsIn } from "./strace-log.ts";
import type { Call } from "./strace-log.ts";

/** Paths are below the one folder, which is "" itself. */
export type Change =
  | {
      readonly type: "open";
      readonly path: string;
      readonly descriptor: number;
      readonly creates: boolean;
      readonly empties: boolean;
      /** In a way that this model does not know. */
      readonly strange: boolean;
    }
  | { readonly type: "close"; readonly descriptor: number }
  | {
      readonly type: "write";
      readonly path: string;
      readonly descriptor: number;
      readonly bytes: Buffer;
      /** Nothing: where the last one ended. */
      readonly offset?: number;
    }
  | {
      readonly type: "resize";
      readonly path: string;
      readonly descriptor: number;
      readonly length: number;
    }
  | { readonly type: "sync"; readonly path: string; readonly descriptor: number }
  | { readonly type: "rename" | "link"; readonly from: string; readonly to: string }
  | { readonly type: "remove" | "make-folder"; readonly path: string }
  | { readonly type: "say" };

/** With a question mark what not every processor has. */
const traced =
  "?open,openat,?creat,close,write,writev,pwrite64,pwritev,ftruncate,fsync,fdatasync,?rename,?renameat,renameat2,?link,linkat," +
  "?unlink,unlinkat,?mkdir,mkdirat,?rmdir";

/** What goes in front of a command whose log `changesIn` understands. */
export const underStrace = (log: string): readonly string[] =>
  `strace -f -y -xx -s 8000000 --seccomp-bpf --trace=${traced} -o`.split(" ").concat(log);

/** Each path with the folder that it begins in: `AT_FDCWD<...>, "..."`, or the working folder. */
const pathsIn = (call: Call, workingFolder: string): readonly string[] => {
  const folders = descriptorPathsIn(call);
  return stringsIn(call).map((path, at) =>
    resolve(folders[at] ?? workingFolder, path.toString("utf8")),
  );
};

const changeOf = (call: Call, workingFolder: string): Change => {
  const { name } = call;
  const descriptor = Number.parseInt(call.args, 10);
  const rest = afterStrings(call);
  const number = (): number => Number(/, (?<last>\d+)$/u.exec(call.args)?.groups?.["last"]);
  /** Of a descriptor: where its file is now. */
  const own = (): string => descriptorPathsIn(call)[0] ?? "";
  const named = (): string => pathsIn(call, workingFolder)[0] ?? "";
  switch (name) {
    case "open":
    case "openat":
    case "creat": {
      const creates = name === "creat" || rest.includes("O_CREAT");
      const empties = name === "creat" || rest.includes("O_TRUNC");
      const strange = /O_APPEND|O_TMPFILE/u.test(rest);
      return { type: "open", path: named(), descriptor: call.result, creates, empties, strange };
    }
    case "close":
      return { type: "close", descriptor };
    case "write":
    case "writev":
    case "pwrite64":
    case "pwritev": {
      if (descriptor === 1) return { type: "say" };
      // Less than what was asked for may have been written.
      const bytes = Buffer.concat(stringsIn(call)).subarray(0, call.result);
      const write = { type: "write", path: own(), descriptor, bytes } as const;
      return name.startsWith("p") ? { ...write, offset: number() } : write;
    }
    case "ftruncate":
      return { type: "resize", path: own(), descriptor, length: number() };
    case "fsync":
    case "fdatasync":
      return { type: "sync", path: own(), descriptor };
    case "rename":
    case "renameat":
    case "renameat2":
    case "link":
    case "linkat": {
      const [from = "", to = ""] = pathsIn(call, workingFolder);
      return { type: name.startsWith("rename") ? "rename" : "link", from, to };
    }
    case "unlink":
    case "unlinkat":
    case "rmdir":
      return { type: "remove", path: named() };
    case "mkdir":
    case "mkdirat":
      return { type: "make-folder", path: named() };
    default:
      throw new Error(`a call that nobody asked strace for: ${name}`);
  }
};

/** The change with paths below `root`; nothing where it is outside. */
const below = (root: string, change: Change): Change | undefined => {
  const inside = (path: string): boolean => path === root || path.startsWith(`${root}/`);
  if ("from" in change) {
    const { from, to } = change;
    if (!inside(from) && !inside(to)) return undefined;
    return { ...change, from: relative(root, from), to: relative(root, to) };
  }
  if (!("path" in change)) return change;
  return inside(change.path) ? { ...change, path: relative(root, change.path) } : undefined;
};

/** The changes below `root`, what was said, and every closing, since a number may be given out again. */
export const changesIn = (
  calls: readonly Call[],
  root: string,
  workingFolder: string,
): readonly Change[] => calls.flatMap((call) => below(root, changeOf(call, workingFolder)) ?? []);
