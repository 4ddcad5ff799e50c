/** Whether a place is as before a command or as after it, by what its vault holds. */
import { join } from "node:path";
import { expect } from "vitest";

import type { Unlock } from "../../../src/domain/vault/vault.ts";
import { passphrase } from "../../support/sample.ts";
import { contentOf, imageIn, opening } from "./content.ts";
import type { Judge, Outcome } from "./replay.ts";
import { ofCopy } from "./run-traced.ts";
import type { Run } from "./run-traced.ts";

export const vaultIn = (place: string): string => join(place, "vault");

export const contentIn = (place: string): Promise<string> => contentOf(vaultIn(place), passphrase);

/** By the whole content of the vault. */
export const byContent = async ({ before, after }: Run): Promise<Judge> => {
  const [old, present] = [await ofCopy(before, contentIn), await ofCopy(after, contentIn)];
  expect(present).not.toBe(old);
  return async (place) => {
    const found = await contentIn(place);
    if (found === old) return "old";
    if (found === present) return "new";
    throw new Error("it holds neither what was before nor what is after");
  };
};

/** Also, once it is erased, that no page of the database has a trace of `name`. */
export const erasing =
  (judge: Judge, name: string): Judge =>
  async (place) => {
    const outcome = await judge(place);
    const isThere = (await imageIn(vaultIn(place), passphrase)).includes(name);
    if (isThere !== (outcome === "old")) throw new Error(`${outcome}, but a trace: ${isThere}`);
    return outcome;
  };

/** Which of two ways in opens the vault. Throws unless it is one of them alone. */
export const whichOpens = async (place: string, old: Unlock, present: Unlock): Promise<Outcome> => {
  const byOld = await opening(vaultIn(place), old);
  const byPresent = await opening(vaultIn(place), present);
  if ((byOld === "ok") === (byPresent === "ok"))
    throw new Error(`the old way in: ${byOld}, the new one: ${byPresent}`);
  return byOld === "ok" ? "old" : "new";
};

/** Of a command that changes ways in: everything that was in the vault is in it, and `tell` tells what opens it now. */
export const byWays = async (
  { before }: Run,
  tell: (place: string) => Promise<Outcome>,
  passphraseAfter = passphrase,
): Promise<Judge> => {
  const whole = await ofCopy(before, contentIn);
  return async (place) => {
    const outcome = await tell(place);
    const opens = outcome === "old" ? passphrase : passphraseAfter;
    if ((await contentOf(vaultIn(place), opens)) !== whole)
      throw new Error("it does not hold what it held");
    return outcome;
  };
};
