/**
 * The pledge code: 75 random bits and a check character, in Crockford's base 32, written in four
 * groups of four: `K7QF-2M9T-XR4D-8WNA`. A person tells it to a second organizer so that two tallies
 * count her once. It is random and rests on nothing about her: a code made from a name would be a
 * name to whoever holds the staff list.
 *
 * Source of the alphabet and of the folding of I, L and O: D. Crockford, "Base 32 Encoding".
 * The check character is the parity symbol of a Reed-Solomon code over GF(32), x^5 + x^4 + x^2 + x + 1: one
 * wrong character and any two characters that changed places are always noticed.
 */
import type { Brand } from "../brand.ts";
import type { Randomness } from "../ports.ts";

/** Sixteen characters with three hyphens, upper case. */
export type PledgeCode = Brand<string, "PledgeCode">;

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const timesX = (value: number): number => (value << 1) ^ (value & 16 ? 0b110111 : 0);

const checkOf = (values: readonly number[]): number =>
  timesX(values.reduce((sum, value) => timesX(sum) ^ value, 0));

const write = (values: readonly number[]): PledgeCode => {
  const characters = values.map((value) => alphabet[value]).join("");
  return (characters.match(/.{4}/gu) ?? []).join("-") as PledgeCode;
};

/** A new code. The low five bits of a random byte are one character: 32 divides 256, so none is likelier. */
export const newPledgeCode = (random: Randomness): PledgeCode => {
  const values = [...random.bytes(15)].map((byte) => byte & 31);
  return write([...values, checkOf(values)]);
};

/** The code that was typed, or nothing when it is none. Case, spaces and hyphens do not matter; I and L read as 1, O as 0. */
export const parsePledgeCode = (text: string): PledgeCode | undefined => {
  if (text.length > 64) return undefined;
  const folded = text
    .toUpperCase()
    .replaceAll(/[\s-]/gu, "")
    .replaceAll(/[IL]/gu, "1")
    .replaceAll("O", "0");
  const values = [...folded].map((character) => alphabet.indexOf(character));
  if (values.length !== 16 || values.includes(-1)) return undefined;
  return checkOf(values.slice(0, 15)) === values[15] ? write(values) : undefined;
};
