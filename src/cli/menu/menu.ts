/** What to do next, for somebody who has never seen a program in a terminal: choices, and the commands behind them. */
import { Interrupted } from "../../domain/asking/ask.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Again } from "../program/wiring.ts";
import { terminalFor } from "../questions/terminal.ts";
import { afterExpiry } from "../session/after-expiry.ts";
import { createSession } from "../session/session.ts";
import type { Session } from "../session/session.ts";
import { withVault, withoutVault } from "./items.ts";
import type { Item, Submenu } from "./items.ts";

const leave = "Leave";
const back = "Back";

const chosenIn = async (ask: Ask, { message, items }: Submenu): Promise<Item | undefined> => {
  const labels = [...items.map(({ label }) => label), back];
  const chosen = await ask.one({
    message,
    choices: labels.map((label) => ({ value: label, label })),
  });
  return items.find(({ label }) => label === chosen);
};

/** The words of the next command; `undefined` where nothing was chosen, `"leave"` where the person goes. */
const nextWords = async (
  ask: Ask,
  items: readonly (Item | Submenu)[],
): Promise<readonly string[] | "leave" | undefined> => {
  const labels = [...items.map(({ label }) => label), leave];
  const chosen = await ask.one({
    message: "What next?",
    choices: labels.map((label) => ({ value: label, label })),
  });
  if (chosen === leave) return "leave";
  const found = items.find(({ label }) => label === chosen);
  const item = found !== undefined && "items" in found ? await chosenIn(ask, found) : found;
  return item?.words(ask);
};

/** As it would be typed: what has a space in it between quotation marks. */
const typed = (words: readonly string[]): string =>
  ["pledge", ...words.map((word) => (/\s/u.test(word) ? `"${word}"` : word))].join(" ");

/** One round. `false` where the person leaves. */
const once = async (
  ask: Ask,
  session: Session,
  context: Context,
  exists: () => boolean,
): Promise<boolean> => {
  if (exists() && !session.isOpen()) {
    const unlocked = await session.unlock();
    if (!unlocked.ok) {
      await context.talk.fail(unlocked.failure);
      return false;
    }
  }
  const words = await nextWords(ask, session.isOpen() ? withVault : withoutVault);
  if (words === "leave") return false;
  if (words !== undefined) {
    ask.say(`The same, typed: ${typed(words)}`);
    await session.run(words);
    ask.say("");
  }
  return true;
};

export const menu = async (context: Context, again: Again): Promise<ExitCode> => {
  const { world, talk, folder } = context;
  const vaults = await world.vaults();
  const session = createSession(context, again);
  const [opened, patient] = await Promise.all([
    terminalFor({ ...context, world: session.world }, "a command"),
    terminalFor(context, "a command"),
  ]);
  if (!opened.ok) return talk.fail(opened.failure);
  if (!patient.ok) return talk.fail(patient.failure);
  const ask = opened.value;
  const exists = (): boolean => vaults.exists(folder);
  ask.say(
    exists()
      ? "Welcome back. Move with the arrow keys, choose with Enter; Ctrl-C leaves, and asks nothing."
      : "pledge records who will do what at work, and writes the letter. It never goes online. Move with the arrow keys, choose with Enter; Ctrl-C leaves.",
  );
  try {
    for (;;) {
      try {
        if (!(await once(ask, session, context, exists))) break;
      } catch (error) {
        if (!(error instanceof Interrupted) || !session.hasExpired()) throw error;
      }
      if (session.hasExpired() && !(await afterExpiry(patient.value, session))) break;
    }
  } catch (error) {
    // Ctrl-C leaves.
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    const wasOpen = session.isOpen();
    session.lock();
    // Names that were shown do not stay in what can be scrolled back to.
    if (wasOpen) ask.clear();
  }
  return exitCodes.done;
};
