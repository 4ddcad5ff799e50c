/**
 * What our own vault knows of people whom others give by name. Whoever took the signature back with us, or told us
 * that she wants to be a number only, is not printed by name because another organizer has not heard
 * of it: a name that is out cannot be called back, and one that is missing can be added tomorrow.
 */
import type { TeamKey } from "../campaign/campaign.ts";
import type { CountedSigners, SignerLine } from "./signers.ts";
import { folded } from "./distinct-lines.ts";

/** How somebody of our own vault stands to being named under a text. */
export interface OwnWord {
  readonly name: string;
  readonly role?: string;
  /** `gone`: no signature of hers counts. `number`: signs, and not by name. */
  readonly word: "named" | "number" | "gone";
}

/** By folded name. */
export type OwnWords = ReadonlyMap<string, readonly OwnWord[]>;

export const ownWordsOf = (words: readonly OwnWord[]): OwnWords => {
  const byName = new Map<string, OwnWord[]>();
  for (const word of words) {
    const key = folded(word.name);
    byName.set(key, [...(byName.get(key) ?? []), word]);
  }
  return byName;
};

const sameRole = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || folded(one) === folded(other);

/** Our word on the line; none where nobody of ours has that name, or somebody of that name may be named. */
const wordOn = ({ name, role }: SignerLine, own: OwnWords): "number" | "gone" | undefined => {
  if (name === undefined) return undefined;
  const words = (own.get(folded(name)) ?? [])
    .filter((one) => sameRole(one.role, role))
    .map(({ word }) => word);
  if (words.includes("named")) return undefined;
  return words.includes("gone") ? "gone" : words[0] === "number" ? "number" : undefined;
};

interface List {
  readonly turf: readonly TeamKey[];
  readonly lines: readonly SignerLine[];
  readonly counted: CountedSigners;
}

/** The names, folded, that are not shown as another organizer gives them. */
export interface HeldNames {
  readonly gone: readonly string[];
  readonly number: readonly string[];
}

/** The list of another organizer without those names: `gone` counts no more, `number` is one of the counted. */
export const holdBack = <L extends List>(
  list: L,
  own: OwnWords,
): { readonly list: L; readonly held: HeldNames } => {
  const judged = list.lines.map((line) => ({ line, word: wordOn(line, own) }));
  const linesWith = (word: "number" | "gone" | undefined): readonly SignerLine[] =>
    judged.filter((one) => one.word === word).map(({ line }) => line);
  const namesWith = (word: "number" | "gone"): readonly string[] => [
    ...new Set(linesWith(word).map(({ name = "" }) => folded(name))),
  ];
  const numbers = linesWith("number");
  const workers = numbers.filter(({ supporter }) => !supporter);
  const inTurf = workers.filter(({ team }) => team !== undefined && list.turf.includes(team));
  const { counted } = list;
  return {
    list: {
      ...list,
      lines: linesWith(undefined),
      counted: {
        inTurf: counted.inTurf + inTurf.length,
        elsewhere: counted.elsewhere + workers.length - inTurf.length,
        supporters: counted.supporters + numbers.length - workers.length,
      },
    },
    held: { gone: namesWith("gone"), number: namesWith("number") },
  };
};
