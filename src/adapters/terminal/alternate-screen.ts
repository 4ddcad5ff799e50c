/**
 * The second screen of a terminal, which has no scrollback: what stood on it is gone when one leaves it. Left again whichever way
 * the program ends, but for a SIGKILL.
 */
import { writeToControllingTerminal } from "./controlling-terminal.ts";

/** Keeps the cursor's place, changes over, and begins in the corner of an empty screen. */
const enter = "\u001B[?1049h\u001B[H\u001B[2J";
const leave = "\u001B[?1049l";

/** Whether the terminal has such a screen, as far as its name tells. */
export const hasAlternateScreen = (env: Readonly<Record<string, string | undefined>>): boolean =>
  !["", "dumb"].includes(env["TERM"] ?? "");

/** Where a program that was shown on it was killed. */
export const leaveAlternateScreen = (): void => {
  writeToControllingTerminal(leave);
};

/** Does `work` on it. A throw passes through; nothing of it is on the terminal afterwards. */
export const onAlternateScreen = async <T>(work: () => Promise<T>): Promise<T> => {
  // A bug that ends the program in the middle.
  process.once("exit", leaveAlternateScreen);
  writeToControllingTerminal(enter);
  try {
    return await work();
  } finally {
    process.off("exit", leaveAlternateScreen);
    leaveAlternateScreen();
  }
};
