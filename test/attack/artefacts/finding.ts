/** What a reader looks for in a text, and what she finds. */
import { createHash, createHmac } from "node:crypto";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import { tokenOf } from "../../../src/domain/tallies/token.ts";
import { contactMark, noteMark } from "./people.ts";

/** What there is to be found in all vaults. */
export interface Sought {
  /** The staff list. */
  readonly names: readonly string[];
  readonly handles: readonly string[];
  /** Pledge codes of the people in the vaults. */
  readonly codes: readonly string[];
  /** The campaign's id. */
  readonly campaign: string;
  /** What else a member knows that a name could have been hashed with. */
  readonly known: readonly string[];
}

/** Each thing once. */
export interface Found {
  readonly names: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** Tokens of people. */
  readonly lines: ReadonlySet<string>;
  readonly handles: ReadonlySet<string>;
}

/** The names by their first words: a text is read once, and not once for each of ten thousand. */
const byFirstWord = (names: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const by = new Map<string, string[]>();
  for (const name of names) {
    const first = /\p{L}+/u.exec(name)?.[0] ?? "";
    const known = by.get(first);
    if (known === undefined) by.set(first, [name]);
    else known.push(name);
  }
  return by;
};

/** Those that stand there by themselves, and not as the end or the beginning of another word. */
const standingIn = (words: readonly string[], text: string): ReadonlySet<string> => {
  const by = byFirstWord(words);
  const standing = new Set<string>();
  for (const { 0: first, index } of text.matchAll(/\p{L}+/gu))
    for (const word of by.get(first) ?? [])
      if (text.startsWith(word, index))
        if (!/[\p{L}\p{N}]/u.test(text[index + word.length] ?? " ")) standing.add(word);
  return standing;
};

const inAnyCase = (names: readonly string[], text: string): ReadonlySet<string> => {
  const folded = new Map(names.map((name) => [name.toLowerCase(), name]));
  const found = standingIn([...folded.keys()], text.toLowerCase());
  return new Set([...found].map((name) => folded.get(name) ?? name));
};

const codesIn = (text: string): readonly string[] =>
  text.match(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/gu) ?? [];

/** The token that the code leads to, for whoever has the campaign's id. */
export const tokenBehind = ({ campaign }: Pick<Sought, "campaign">, code: string): string =>
  tokenOf(hashes, campaign, code as PledgeCode);

/** What stands in the text as it is. */
export const foundIn = (sought: Sought, text: string): Found => {
  const all = (pattern: RegExp): ReadonlySet<string> => new Set(text.match(pattern) ?? []);
  const real = new Set(sought.codes);
  const tokens = new Set(sought.codes.map((code) => tokenBehind(sought, code)));
  const words = text.match(/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/gu) ?? [];
  return {
    names: inAnyCase(sought.names, text),
    contacts: all(new RegExp(`${contactMark.replaceAll(".", String.raw`\.`)}[a-z]+\\.\\d+`, "gu")),
    notes: all(new RegExp(`${noteMark} [a-z]+ \\d+`, "gu")),
    codes: new Set(codesIn(text).filter((code) => real.has(code))),
    lines: new Set(words.filter((word) => tokens.has(word))),
    handles: standingIn(sought.handles, text),
  };
};

const members = ["names", "contacts", "notes", "codes", "lines", "handles"] as const;

export const foundTogether = (all: readonly Found[]): Found => {
  const of = (member: (typeof members)[number]): ReadonlySet<string> =>
    new Set(all.flatMap((one) => [...one[member]]));
  return {
    names: of("names"),
    contacts: of("contacts"),
    notes: of("notes"),
    codes: of("codes"),
    lines: of("lines"),
    handles: of("handles"),
  };
};

/** So many characters of a hash are enough to know it by; a file may have it cut off, in hex or in base64url. */
const enough = 16;

const beginnings = (digest: Buffer): readonly string[] => [
  digest.toString("hex").slice(0, enough),
  digest.toString("base64url").slice(0, enough),
];

/** By the beginning of each hash of a name that a careless program could have written, the name. */
export const hashesOfNames = ({ names, known, campaign }: Sought): ReadonlyMap<string, string> => {
  const of = new Map<string, string>();
  for (const name of names)
    for (const text of [name, name.toLowerCase()]) {
      const digests = [
        createHash("sha256").update(text).digest(),
        createHash("sha256")
          .update(JSON.stringify(["pledge/v1/token", campaign, text]))
          .digest(),
        ...[campaign, ...known].flatMap((key) => [
          createHmac("sha256", key).update(text).digest(),
          createHash("sha256").update(`${key}${text}`).digest(),
        ]),
      ];
      for (const beginning of digests.flatMap(beginnings)) of.set(beginning, name);
    }
  return of;
};

/** The names of which a hash stands in the text. */
export const namesHashedIn = (
  hashed: ReadonlyMap<string, string>,
  text: string,
): ReadonlySet<string> =>
  new Set(
    (text.match(/[A-Za-z0-9_-]{16,}/gu) ?? []).flatMap(
      (word) => hashed.get(word.slice(0, enough)) ?? [],
    ),
  );

const nouns = {
  names: ["name", "names"],
  contacts: ["contact", "contacts"],
  notes: ["note", "notes"],
  codes: ["code", "codes"],
  lines: ["person's line", "people's lines"],
  handles: ["handle", "handles"],
} as const;

/** As the table has it. */
export const findings = (found: Found): string =>
  members
    .flatMap((member) => {
      const { size } = found[member];
      return size === 0 ? [] : [`${size} ${nouns[member][size === 1 ? 0 : 1]}`];
    })
    .join(", ") || "nothing";
