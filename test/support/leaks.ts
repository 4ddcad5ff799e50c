/** A command under strace, and what it did that it may not: a name in a file, an argument, an environment or a socket; a file made elsewhere; a connection. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import type { Home } from "./real-pledge.ts";

/** In front of the program, strace with what it has to write down. The environment of each program that is started is told whole. */
export const traced = (log: string): readonly string[] => [
  "strace",
  "--follow-forks",
  "--decode-fds=path",
  "--no-abbrev",
  "--string-limit=1000000",
  "--trace=execve,open,openat,creat,write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,socket,connect,rename,renameat2,link,linkat,mkdir,symlink",
  `--output=${log}`,
];

/** A vault is opened only once a crash of this process would leave nothing of its memory. */
const openedTooSoon = (lines: readonly string[]): readonly string[] => {
  const vault = lines.findIndex((line) => /openat\(.*\/vault\.(?:db|json)"/u.test(line));
  const off = lines.findIndex((line) =>
    /write\(\d+<\/proc\/\d+\/coredump_filter>, "0"/u.test(line),
  );
  return vault !== -1 && (off === -1 || off > vault) ? [lines[vault] ?? ""] : [];
};

export interface Allowed {
  /** Nobody may find these anywhere. ASCII, so that strace prints them as they are. */
  readonly canaries: readonly string[];
  /** Beginnings of paths to which they may be written, because a person decided it. */
  readonly decided?: readonly string[];
}

/** Lines of the log that show what may not be. */
export const breaches = (
  log: string,
  home: Home,
  { canaries, decided = [] }: Allowed,
): readonly string[] => {
  const lines = readFileSync(log, "utf8").split("\n");
  return [
    ...openedTooSoon(lines),
    ...lines.filter((line) => {
      if (/(?:socket|connect)\(.*AF_INET/u.test(line)) return true;
      const named = canaries.some((canary) => line.includes(canary));
      // A name may go to stdout, which is ours here, and to the screen.
      if (named)
        return (
          !/writev?\((?:1<(?:pipe|socket):|\d+<\/dev\/(?:tty|pts\/|ptmx))/u.test(line) &&
          !decided.some((path) => line.includes(`<${path}`))
        );
      // Files are made in the home only, and in its temporary folder none at all.
      const made = /(?:open|openat|creat)\(.*"(?<path>\/[^"]*)".*O_CREAT/u.exec(line)?.groups?.[
        "path"
      ];
      return (
        made !== undefined &&
        !made.startsWith("/dev/") &&
        (!made.startsWith(home.folder) || made.startsWith(`${home.folder}/tmp`))
      );
    }),
  ];
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** The files in which the name stands in plain text. */
export const filesNaming = (folder: string, name: string): readonly string[] =>
  filesBelow(folder).filter((path) => readFileSync(path).includes(name));
