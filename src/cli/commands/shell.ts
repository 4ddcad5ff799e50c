/** `pledge shell`: one unlock, many commands. Its history is in memory alone, and it locks when nobody is there. */
import type { Command } from "commander";

import { Interrupted } from "../../domain/asking/ask.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import { offeredBy } from "../completion/offered.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { helpTopics } from "../program/help-topics.ts";
import type { Again } from "../program/wiring.ts";
import { terminalFor } from "../questions/terminal.ts";
import { createSession } from "../session/session.ts";
import type { Session } from "../session/session.ts";
import { afterExpiry } from "../session/after-expiry.ts";
import { wordsAfter } from "../session/words-after.ts";

const leaving = new Set(["exit", "quit", "logout"]);

/** So many lines can be gone back to. */
const remembered = 200;

/** One line after the other until the person leaves. */
const converse = async (
  ask: Ask,
  patient: Ask,
  session: Session,
  complete: Parameters<Ask["command"]>[0]["complete"],
): Promise<Result<void, Failure>> => {
  let earlier: readonly string[] = [];
  for (;;) {
    try {
      const { text, words } = await ask.command({ message: "pledge> ", earlier, complete });
      earlier = [text, ...earlier.filter((one) => one !== text)].slice(0, remembered);
      if (words === undefined) {
        ask.say(
          'A quotation mark is not closed: put what belongs together between two of them, "like this".',
        );
        continue;
      }
      const [first, ...rest] = words;
      const line = first === "pledge" ? rest : words;
      if (line.length === 0) continue;
      if (line.length === 1 && leaving.has(line[0] ?? "")) return ok(undefined);
      await session.run(line);
    } catch (error) {
      if (!(error instanceof Interrupted) || !session.hasExpired()) throw error;
    }
    // A question of a command may have been the one at which nobody was.
    if (session.hasExpired()) {
      earlier = [];
      if (!(await afterExpiry(patient, session))) return ok(undefined);
    } else if (!session.isOpen()) {
      const unlocked = await session.unlock();
      if (!unlocked.ok) return unlocked;
    }
  }
};

export const shell =
  (tree: () => Promise<Command>, again: Again) =>
  async (context: Context): Promise<ExitCode> => {
    const { world, talk, globals, folder } = context;
    if (world.heldVault !== undefined) return talk.fail({ type: "session-inside" });
    if (globals.json) return talk.fail({ type: "json-unfit" });
    if (!(await world.vaults()).exists(folder)) return talk.fail({ type: "vault-missing", folder });
    const session = createSession(context, again);
    const [opened, patient] = await Promise.all([
      terminalFor({ ...context, world: session.world }, "single commands"),
      terminalFor(context, "single commands"),
    ]);
    if (!opened.ok) return talk.fail(opened.failure);
    if (!patient.ok) return talk.fail(patient.failure);
    const ask = opened.value;
    const unlocked = await session.unlock();
    if (!unlocked.ok) return talk.fail(unlocked.failure);
    ask.say(
      'Unlocked. Type commands without "pledge", help for all of them, exit to leave. Ten minutes without a key lock it.',
    );
    try {
      const complete = wordsAfter(offeredBy(await tree(), helpTopics));
      const ended = await converse(ask, patient.value, session, complete);
      if (!ended.ok) return await talk.fail(ended.failure);
    } catch (error) {
      // Ctrl-D, or the terminal is gone.
      if (!(error instanceof Interrupted)) throw error;
    } finally {
      session.lock();
      ask.clear();
    }
    return exitCodes.done;
  };
