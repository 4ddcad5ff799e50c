/**
 * The lines of a tally as counting goes through them: a million are 20 MB in this form, and 200 MB as an object each. What many lines say
 * stands there once; a line is its token and the place of that.
 */
import { toBase64url } from "../text/bytes.ts";
import type { TeamKey } from "../campaign/campaign.ts";
import type { TallyLine, Token } from "./tally.ts";

/** What a line says beside its token and proof. */
export type Said = Pick<TallyLine, "team" | "actions" | "supporter">;

export interface Lines {
  /** Four a line: its token, whose 16 bytes follow each other as in memory. */
  readonly words: Uint32Array;
  /** A line each: the place of what it says in `said`. */
  readonly which: Uint32Array;
  readonly said: readonly Said[];
  readonly token: (at: number) => Token;
}

export const wordsPerToken = 4;
const bytesPerToken = 16;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCodePoint(code));
  return value === -1 ? code % alphabet.length : value;
});

/** Writes the 16 bytes of a token in base64url, without a regular expression and a string on the way: there are millions. */
const decodeInto = (token: Token, bytes: Uint8Array, from: number): void => {
  let [bits, held] = [0, 0];
  let to = from;
  for (let at = 0; to < from + bytesPerToken; at += 1) {
    held = (held << 6) | (at < token.length ? (values[token.charCodeAt(at) & 127] ?? 0) : 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to] = (held >> bits) & 255;
    to += 1;
  }
};

/** Of many lines that share what they say: the same object is found by itself, without its words. */
const createPlaces = (): {
  readonly said: Said[];
  readonly placeOf: (line: TallyLine) => number;
} => {
  const said: Said[] = [];
  const byActions = new Map<TallyLine["actions"], number>();
  const isAt = (place: number, { team, actions, supporter }: TallyLine): boolean => {
    const one = said[place];
    return one?.actions === actions && one.team === team && one.supporter === supporter;
  };
  return {
    said,
    placeOf: (line) => {
      const first = byActions.get(line.actions);
      if (first !== undefined && isAt(first, line)) return first;
      const other = first === undefined ? -1 : said.findIndex((_, place) => isAt(place, line));
      if (other !== -1) return other;
      const { team, actions, supporter } = line;
      said.push(team === undefined ? { actions, supporter } : { team, actions, supporter });
      if (first === undefined) byActions.set(actions, said.length - 1);
      return said.length - 1;
    },
  };
};

export const linesFrom = (all: readonly TallyLine[]): Lines => {
  const bytes = new Uint8Array(all.length * bytesPerToken);
  const which = new Uint32Array(all.length);
  const { said, placeOf } = createPlaces();
  for (const [at, line] of all.entries()) {
    decodeInto(line.token, bytes, at * bytesPerToken);
    which[at] = placeOf(line);
  }
  return {
    words: new Uint32Array(bytes.buffer),
    which,
    said,
    token: (at) => all[at]?.token ?? ("" as Token),
  };
};

/** Lines that are kept: the bytes of their tokens, and four bytes a line that say which of `said` it says. */
export const linesIn = (tokens: Uint8Array, which: Uint8Array, said: readonly Said[]): Lines => {
  // Copies: what comes from a database stands anywhere in memory, and words begin at every fourth byte.
  const bytes = Uint8Array.from(tokens);
  return {
    words: new Uint32Array(bytes.buffer),
    which: new Uint32Array(Uint8Array.from(which).buffer),
    said,
    token: (at) =>
      toBase64url(bytes.subarray(at * bytesPerToken, (at + 1) * bytesPerToken)) as Token,
  };
};

/** The bytes of `words`, and of `which`, as `linesIn` takes them. */
export const tokenBytes = ({ words }: Pick<Lines, "words">): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

export const whichBytes = ({ which }: Pick<Lines, "which">): Uint8Array =>
  new Uint8Array(which.buffer, which.byteOffset, which.byteLength);

/** Only the lines that say something for which this holds. */
export const linesWhere = (lines: Lines, holds: (said: Said) => boolean): Lines => {
  const stays = lines.said.map((one) => holds(one));
  if (stays.every(Boolean)) return lines;
  const places = [...lines.which.keys()].filter((at) => stays[lines.which[at] ?? 0]);
  const words = new Uint32Array(places.length * wordsPerToken);
  for (const [to, at] of places.entries())
    words.set(
      lines.words.subarray(at * wordsPerToken, (at + 1) * wordsPerToken),
      to * wordsPerToken,
    );
  return {
    words,
    which: Uint32Array.from(places, (at) => lines.which[at] ?? 0),
    said: lines.said,
    token: (at) => lines.token(places[at] ?? -1),
  };
};

/** The tokens of the lines that say something for which this holds. */
export const tokensWhere = (
  { which, said, token }: Lines,
  holds: (said: Said) => boolean,
): readonly Token[] => {
  const wanted = said.map((one) => holds(one));
  const found: Token[] = [];
  for (const [at, place] of which.entries()) if (wanted[place] === true) found.push(token(at));
  return found;
};

export const namesTeam =
  (teams: ReadonlySet<TeamKey>) =>
  ({ team }: Said): boolean =>
    team !== undefined && team !== "*" && teams.has(team);
