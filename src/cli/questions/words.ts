/**
 * Two parts of somebody's fingerprint, by position, from her own mouth. What is expected is never shown: whoever
 * could read it off this screen would compare the file with itself.
 */
import type { Ask } from "../../domain/asking/ask.ts";
import type { Handle } from "../../domain/campaign/campaign.ts";
import type { Randomness } from "../../domain/ports.ts";
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import type { Certificate } from "../../domain/sealing/certificate.ts";
import type { OpenPgp } from "../../domain/sealing/ports.ts";

/** A fingerprint as it is read aloud. */
export interface Aloud {
  readonly handle: Handle;
  readonly parts: readonly string[];
  /** `n` counts from 1. */
  readonly question: (n: number) => string;
}

/** The fifteen words that pledge shows to the holder. */
export const inWords = async (
  openpgp: Pick<OpenPgp, "words">,
  handle: Handle,
  certificate: Pick<Certificate, "fingerprint">,
): Promise<Aloud> => ({
  handle,
  parts: await openpgp.words(certificate),
  question: (n) => `Word ${n} of ${handle}'s words?`,
});

/** Ten groups of four digits, which every OpenPGP program shows: for a holder who has no words. */
export const inDigits = (handle: Handle, { fingerprint }: Certificate): Aloud => ({
  handle,
  parts: groupedFingerprint(fingerprint).toLowerCase().split(" "),
  question: (n) => `Group ${n} of ${handle}'s fingerprint, four digits or letters?`,
});

/** After so many tries the fingerprint counts as another's. */
const tries = 3;

/** Two positions out of those left, by chance and in order; 0-based. */
const drawTwo = (random: Randomness, left: number[]): readonly number[] => {
  const drawn = [...random.bytes(2)].flatMap((byte) => left.splice(byte % left.length, 1));
  return drawn.toSorted((a, b) => a - b);
};

const typedPart = async (ask: Ask, message: string): Promise<string> => {
  const typed = await ask.line({
    message,
    check: (text) => text.trim() !== "" || "Please type what you hear.",
  });
  return typed.trim().toLowerCase();
};

/**
 * Whether two parts that are typed stand where they should. Both are asked for before either is judged, and another
 * try is about other positions, so that nobody learns on the telephone which one was wrong.
 */
export const comparedAloud = async (
  ask: Ask,
  random: Randomness,
  { parts, question }: Aloud,
): Promise<boolean> => {
  const left = [...parts.keys()];
  for (let once = 1; once <= tries; once += 1) {
    const fits: boolean[] = [];
    for (const position of drawTwo(random, left))
      fits.push((await typedPart(ask, question(position + 1))) === parts[position]);
    if (fits.every(Boolean)) return true;
    if (once < tries)
      ask.say("That does not fit. Perhaps it was misheard, so once more, at two other places.");
  }
  return false;
};
