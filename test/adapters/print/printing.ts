/** A printer for tests: the real one, in a temporary folder of its own, with the machine's browser or one that is made up. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "vitest";

import { createPrinter } from "../../../src/adapters/print/printer.ts";
import type { Printer } from "../../../src/domain/letters/ports.ts";

export interface Printing {
  readonly printer: Printer;
  /** What TMPDIR is meanwhile. Empty whenever nothing is being printed. */
  readonly temporary: string;
  /** For what a made-up browser notes down. */
  readonly notes: string;
  /** Does what is done when the process is told to end. */
  readonly leave: () => void;
  /** Whether anything is to be undone. */
  readonly pending: () => boolean;
}

const folders: string[] = [];
const base = tmpdir();
const before = process.env["TMPDIR"];

afterEach(() => {
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * `script` is a shell script to run in place of the browser, in which $NOTES is the folder for notes, $PDF the
 * file to print to and $REAL the machine's own PATH; without it the machine's browser prints.
 */
export const startPrinting = (script?: string, patience?: number): Printing => {
  const folder = mkdtempSync(join(base, "pledge-"));
  folders.push(folder);
  const [temporary, notes] = [mkdtempSync(join(folder, "t")), mkdtempSync(join(folder, "n"))];
  process.env["TMPDIR"] = temporary;
  const path = process.env["PATH"] ?? "";
  if (script !== undefined) {
    const file = join(folder, "chromium");
    writeFileSync(
      file,
      `#!/bin/sh
NOTES=${notes}
REAL='${path}'
for word; do case $word in --print-to-pdf=*) PDF=\${word#*=};; esac; done
${script}
`,
    );
    chmodSync(file, 0o755);
  }
  const undo = new Set<() => void>();
  const printer = createPrinter({
    env: { PATH: `${folder}:${path}`, LANG: "C.UTF-8", SECRET: "of ours" },
    whenLeaving: (task) => {
      undo.add(task);
      return () => undo.delete(task);
    },
    ...(patience === undefined ? {} : { patience }),
  });
  return {
    printer,
    temporary,
    notes,
    leave: () => {
      for (const task of undo) task();
    },
    pending: () => undo.size > 0,
  };
};
