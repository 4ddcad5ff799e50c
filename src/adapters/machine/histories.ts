/** What shells, editors and other programs with a line to type on have kept. */
import { join } from "node:path";

import type { PlainFile } from "../../domain/machine/machine.ts";
import { plainFile } from "./plain-file.ts";

const names = [
  ".bash_history",
  ".zsh_history",
  ".histfile",
  ".history",
  ".ash_history",
  ".ksh_history",
  ".sh_history",
  ".local/share/fish/fish_history",
  ".python_history",
  ".node_repl_history",
  ".sqlite_history",
  ".lesshst",
  ".viminfo",
] as const;

/** In bytes. */
const largest = 16 * 1024 * 1024;

/** zsh writes some bytes as 0x83 and the byte with one bit turned (its "metafied" form). */
const unmetafied = (bytes: Buffer): string => {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x83 && at + 1 < bytes.length) {
      at += 1;
      plain.push((bytes[at] ?? 0) ^ 0x20);
    } else {
      plain.push(byte);
    }
  }
  return Buffer.from(plain).toString("utf8");
};

/** Those that there are, each once. */
export const historiesOf = (
  home: string,
  env: Readonly<Record<string, string | undefined>>,
): readonly PlainFile[] => {
  const named = env["HISTFILE"] ?? "";
  const paths = new Set([
    ...names.map((name) => join(home, name)),
    ...(named === "" ? [] : [named]),
  ]);
  return [...paths].flatMap((path) => {
    const isZsh = path.includes("zsh") || path.endsWith(".histfile");
    return (isZsh ? plainFile(path, largest, unmetafied) : plainFile(path, largest)) ?? [];
  });
};
