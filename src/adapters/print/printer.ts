/**
 * Prints a letter with a browser of the machine. The letter is in plain text in a folder that only we can read,
 * for as long as that takes; the folder goes in every case, also when the process is told to end.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { PrintFailure, Printer } from "../../domain/letters/ports.ts";
import { printPatience } from "../../domain/letters/printing.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { findBrowser } from "./find-browser.ts";
import type { Browser } from "./find-browser.ts";
import { withoutOrigin } from "./pdf-information.ts";
import { runBrowser, writeProfile } from "./run-browser.ts";
import type { Run } from "./run-browser.ts";

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Has `undo` run when the process ends before its time; gives what calls that off. */
  readonly whenLeaving: (undo: () => void) => () => void;
  /** In seconds. */
  readonly patience?: number;
}

type Why = Extract<PrintFailure, { readonly type: "pdf-engine-failed" }>["why"];
type Page = Parameters<Printer["print"]>[0];

const htmlIn = (folder: string): string => join(folder, "letter.html");
const pdfIn = (folder: string): string => join(folder, "letter.pdf");

const paperSizes = { a4: "A4", letter: "letter" } as const;

/**
 * The page with our own word in front of its own: it runs nothing and fetches nothing, whatever it says. What comes
 * before <html> belongs to its head (HTML standard, 13.2.6.4.2), and its own doctype is then passed over.
 */
const guarded = ({ html, paper }: Page): string => `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>@page { size: ${paperSizes[paper]} }</style>
${html}`;

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/**
 * A browser puts a socket into its temporary folder, and a socket's path has at most 104 bytes (macOS; 108 on Linux).
 * Its names and ours take 59 of them (Chromium, measured), so a longer folder, as macOS has it, is no place for it.
 */
const temporaryFolder = (): string => (Buffer.byteLength(tmpdir()) <= 40 ? tmpdir() : "/tmp");

/** A folder with the page in it, mode 0700; nothing where none can be made. */
const laidOut = (page: Page): string | undefined => {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(temporaryFolder(), "pledge-"));
    writeFileSync(htmlIn(folder), guarded(page), { mode: 0o600, flag: "wx" });
    writeProfile(folder);
    return folder;
  } catch {
    // No such folder, no room, no right to: nothing can be printed, whatever the reason.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
};

const printIn = async (
  folder: string,
  { name: program }: Browser,
  run: Run,
): Promise<Result<Uint8Array, PrintFailure>> => {
  const failed = (why: Why) => fail({ type: "pdf-engine-failed" as const, program, why });
  const ended = await run.ended;
  if (ended !== "done") return failed(ended);
  const printed = readIfThere(pdfIn(folder));
  if (printed === undefined) return failed("no-file");
  const cleaned = withoutOrigin(printed);
  return cleaned === undefined ? failed("unfamiliar-file") : ok(cleaned);
};

const printWith = async (
  browser: Browser,
  page: Page,
  { env, whenLeaving, patience = printPatience }: Surroundings,
  onSecond: (seconds: number) => void,
): Promise<Result<Uint8Array, PrintFailure>> => {
  let folder: string | undefined;
  let run: Run | undefined;
  const clear = (): void => {
    // Also when it has ended: what it leaves running would write to a folder that is about to go.
    run?.kill();
    if (folder === undefined) return;
    // Again and again, since a browser that has just been ended may still have been writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  // Before there is anything to clear: a signal that finds nobody listening ends us on the spot.
  const callOff = whenLeaving(clear);
  let seconds = 0;
  const ticking = setInterval(() => {
    seconds += 1;
    onSecond(seconds);
  }, 1000);
  try {
    folder = laidOut(page);
    if (folder === undefined) {
      return fail({ type: "pdf-engine-failed", program: browser.name, why: "no-folder" });
    }
    run = runBrowser({
      program: browser.path,
      folder,
      html: htmlIn(folder),
      pdf: pdfIn(folder),
      env,
      patience: patience * 1000,
    });
    return await printIn(folder, browser, run);
  } finally {
    clearInterval(ticking);
    clear();
    callOff();
  }
};

export const createPrinter = (surroundings: Surroundings): Printer => ({
  find: () => findBrowser(surroundings.env)?.name,
  print: async (page, onSecond = () => {}) => {
    const browser = findBrowser(surroundings.env);
    return browser === undefined
      ? fail({ type: "pdf-engine-missing" })
      : printWith(browser, page, surroundings, onSecond);
  },
});
