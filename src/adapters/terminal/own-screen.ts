/**
 * Shows a text with names in it where it does not stay: on the terminal's second screen, which is gone when one leaves it. What is
 * longer than the screen goes through the pager of the machine, or in pages of our own where there is none.
 */
import { emitKeypressEvents } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { wrapAnsi } from "fast-wrap-ansi";

import type { Idle } from "../../domain/asking/ask.ts";
import type { Pager } from "../../domain/asking/pager.ts";
import { hasAlternateScreen, onAlternateScreen } from "./alternate-screen.ts";
import { openControllingTerminal } from "./controlling-terminal.ts";
import type { ControllingTerminal } from "./controlling-terminal.ts";
import { openPager, wantsNoPager } from "./pager.ts";
import { watchIdle } from "./put-question.ts";

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const clear = "\u001B[H\u001B[2J";

/** The lines of a text as the terminal would break it. */
const linesOf = (text: string, columns: number): readonly string[] =>
  wrapAnsi(text.replace(/\n+$/u, ""), columns, { hard: true, trim: false }).split("\n");

/** Pages of a screen less the last line, which says how to go on. */
export const pagesOf = (
  text: string,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): readonly string[] => {
  const lines = linesOf(text, Math.max(10, columns));
  const height = Math.max(1, rows - 2);
  return Array.from({ length: Math.ceil(lines.length / height) }, (_, page) =>
    lines.slice(page * height, (page + 1) * height).join("\n"),
  );
};

const helpOn = (page: number, pages: number): string => {
  if (pages === 1) return "Enter leaves";
  const back = page === 0 ? "" : ", b shows the one before";
  const keys = page === pages - 1 ? `Enter leaves${back}` : `Enter goes on${back}, q leaves`;
  return `Page ${page + 1} of ${pages}: ${keys}`;
};

const onward = ["return", "enter", "space", "down", "pagedown"];
const backward = ["b", "up", "pageup"];

/** Where a key leads: to a page, or, as nothing, out. */
const after = (
  { name = "", ctrl = false }: Key,
  page: number,
  pages: number,
): number | undefined => {
  if (ctrl) return name === "c" || name === "d" ? undefined : page;
  if (backward.includes(name)) return Math.max(0, page - 1);
  if (name === "q" || name === "escape") return undefined;
  if (!onward.includes(name)) return page;
  if (page + 1 < pages) return page + 1;
  // Whoever holds an arrow key down means the end of the text, not of it all.
  return name === "down" || name === "pagedown" ? page : undefined;
};

/** Of the terminal that stdout is, which hears when it changes; 0 is a terminal that does not say. */
const size = (): { readonly columns: number; readonly rows: number } => {
  const { columns, rows } = process.stdout;
  return { columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24 };
};

/** Resolves once the person has left it, or `stop` or the loss of the terminal has ended it. */
const turnPages = (
  { input, output }: ControllingTerminal,
  text: string,
  stop: AbortSignal,
): Promise<void> =>
  new Promise((leave) => {
    let page = 0;
    let pages = pagesOf(text, size());
    const show = (): void => {
      output.write(`${clear}${pages[page] ?? ""}\n\n${helpOn(page, pages.length)} `);
    };
    const onResize = (): void => {
      pages = pagesOf(text, size());
      page = Math.min(page, pages.length - 1);
      show();
    };
    const end = (): void => {
      process.stdout.off("resize", onResize);
      leave();
    };
    process.stdout.on("resize", onResize);
    stop.addEventListener("abort", end);
    // A terminal that hangs up ends its input or fails to read or write.
    input.on("error", end);
    input.on("end", end);
    output.on("error", end);
    emitKeypressEvents(input);
    input.on("keypress", (_text: string | undefined, key: Key) => {
      const next = after(key, page, pages.length);
      if (next === undefined) return end();
      page = next;
      show();
    });
    // Keys one by one and unseen; Ctrl-C comes as one of them.
    input.setRawMode(true);
    input.resume();
    show();
  });

const inPages = async (text: string, idle: Idle | undefined): Promise<boolean> => {
  const terminal = openControllingTerminal();
  if (terminal === undefined) return false;
  const stop = new AbortController();
  let received: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    received = signal;
    stop.abort();
  };
  for (const signal of deadly) process.on(signal, onSignal);
  const unwatch = watchIdle(terminal, idle, () => stop.abort());
  try {
    await onAlternateScreen(() => turnPages(terminal, text, stop.signal));
  } finally {
    unwatch();
    await terminal.release();
    for (const signal of deadly) process.off(signal, onSignal);
  }
  // Held back only until the terminal was in order.
  if (received !== undefined && received !== "SIGINT") process.kill(process.pid, received);
  return true;
};

/**
 * The screen, or nothing where the terminal has none and where it is not wanted: PAGER is empty or `cat`. With `idle` all pages are
 * our own: no other program can be told to go when nobody presses a key.
 */
export const openOwnScreen = (
  env: Readonly<Record<string, string | undefined>>,
  idle?: Idle,
): Pager | undefined => {
  if (!hasAlternateScreen(env) || wantsNoPager(env)) return undefined;
  return {
    show: async (text) => {
      const isShort = pagesOf(text, size()).length === 1;
      const pager = isShort || idle !== undefined ? undefined : openPager(env);
      // A pager shows what colours the text instead of obeying it.
      if (pager !== undefined && (await pager.show(stripVTControlCharacters(text)))) return true;
      return inPages(text, idle);
    },
  };
};
