/**
 * Bytes that may be anybody's into a tally. What is accepted is exactly what `writeTally` writes: each line is
 * written again from what it was understood to say and must give the same text. Says nothing
 * of who signed it and for whom it is: that is for whoever merges it.
 */
import { unconditional } from "../pledges/pledge.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { malformed, parseLine, textsOf } from "../sealing/payload.ts";
import type { PayloadFault, PayloadText } from "../sealing/payload.ts";
import { headerFault, isToken, largestTally, lineFault } from "./tally-shape.ts";
import type { ActionMembers, HeaderMembers, LineMembers } from "./tally-shape.ts";
import type {
  TalliedAction,
  TalliedCondition,
  Tally,
  TallyHeader,
  TallyLine,
  Token,
} from "./tally.ts";
import { tallyHeaderText, tallyLineText, tallyType, tallyVersion } from "./write-tally.ts";

const otherForm = "it is not written in the one form of the format";

const versionOf = (value: unknown): number | undefined => {
  if (typeof value !== "object" || value === null) return undefined;
  const { type, v } = value as { readonly type?: unknown; readonly v?: unknown };
  return type === tallyType && Number.isSafeInteger(v) ? (v as number) : undefined;
};

interface Beginning {
  readonly header: TallyHeader;
  readonly people: number;
}

const readHeader = (line: PayloadText): Result<Beginning, PayloadFault> => {
  const parsed = parseLine(line);
  if (!parsed.ok) return parsed;
  const { number, value, text } = parsed.value;
  const version = versionOf(value);
  if (version === undefined) return malformed(number, "it does not begin as a tally does");
  if (version > tallyVersion) return fail({ type: "payload-newer", version });
  const wrong = headerFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const { type: _type, v: _v, people, prev, ...rest } = value as HeaderMembers;
  const header: TallyHeader = { ...rest, prev: prev ?? undefined };
  if (tallyHeaderText(header, people) !== text) return malformed(number, otherForm);
  return ok({ header, people });
};

const waits: TalliedCondition = { kind: "waits" };

const conditionOf = (said: ActionMembers): TalliedCondition => {
  if (said.atLeast !== undefined) return { kind: "at-least", people: said.atLeast };
  if (said.atLeastInTeam !== undefined)
    return { kind: "at-least-in-team", people: said.atLeastInTeam };
  if (said.atLeastPercent !== undefined)
    return { kind: "at-least-percent", percent: said.atLeastPercent };
  return said.waits === true ? waits : unconditional;
};

const actionOf = (said: ActionMembers): TalliedAction => {
  const { action, state = "pledged", text } = said;
  const condition = conditionOf(said);
  return text === undefined ? { action, state, condition } : { action, state, condition, text };
};

/** What a line says beside its token and proof. */
type Said = Pick<TallyLine, "actions" | "supporter" | "team">;

const lineWith = (token: Token, proof: string, { actions, supporter, team }: Said): TallyLine =>
  team === undefined
    ? { token, proof, actions, supporter }
    : { token, proof, actions, supporter, team };

const readWhole = (text: PayloadText): Result<TallyLine, PayloadFault> => {
  const parsed = parseLine(text);
  if (!parsed.ok) return parsed;
  const { number, value } = parsed.value;
  const wrong = lineFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const { token, proof, actions, supporter, ...team } = value as LineMembers;
  const said = { ...team, actions: actions.map(actionOf), supporter: supporter === true };
  const line = lineWith(token, proof, said);
  return tallyLineText(line) === text.text ? ok(line) : malformed(number, otherForm);
};

/** One line by itself, without its LF, or the fault in it. */
export const parseTallyLine = (text: string): Result<TallyLine, PayloadFault> =>
  readWhole({ number: 1, text });

const beforeProof = '"proof":"';
const afterToken = '"}';
const tokenLength = 22;

/** A line in the one form, cut apart: its token stands at its end, its proof behind the first `"proof":"`. */
const cut = (
  text: string,
): { readonly token: string; readonly proof: string; readonly rest: string } => {
  const proof = text.indexOf(beforeProof) + beforeProof.length;
  const token = text.length - afterToken.length - tokenLength;
  return {
    token: text.slice(token, -afterToken.length),
    proof: text.slice(proof, proof + tokenLength),
    rest: text.slice(0, proof) + text.slice(proof + tokenLength, token),
  };
};

/**
 * Reads the lines of a tally. Thousands of them differ in token and proof alone, so a line whose rest was accepted
 * before says the same, and is not taken apart again: half the time, and a third of the memory.
 */
const createLineReader = (): ((text: PayloadText) => Result<TallyLine, PayloadFault>) => {
  const accepted = new Map<string, Said>();
  return (text) => {
    const { token, proof, rest } = cut(text.text);
    const said = accepted.get(rest);
    if (said !== undefined && isToken(token) && isToken(proof) && text.text.endsWith(afterToken))
      return ok(lineWith(token, proof, said));
    const line = readWhole(text);
    if (line.ok) accepted.set(rest, line.value);
    return line;
  };
};

/** What the first line says, or the first thing that is wrong with the bytes. Stops there; never throws. Each line after it is taken as it is read. */
const scan = (
  payload: Uint8Array,
  take: (line: TallyLine) => void,
): Result<TallyHeader, PayloadFault> => {
  if (payload.length > largestTally) return malformed(1, "no tally is as long as this");
  let beginning: Beginning | undefined;
  let before = "";
  let lines = 0;
  const readLine = createLineReader();
  for (const text of textsOf(payload)) {
    if (!text.ok) return text;
    const { number } = text.value;
    if (beginning === undefined) {
      const read = readHeader(text.value);
      if (!read.ok) return read;
      beginning = read.value;
    } else {
      if (lines === beginning.people)
        return malformed(number, "there are more people than the first line says");
      const read = readLine(text.value);
      if (!read.ok) return read;
      const { token } = read.value;
      if (token <= before)
        return malformed(number, "the lines are not sorted by token, each token once");
      before = token;
      lines += 1;
      take(read.value);
    }
  }
  if (beginning === undefined) return malformed(1, "it does not begin as a tally does");
  return lines === beginning.people
    ? ok(beginning.header)
    : malformed(1, "there are fewer people than it says");
};

/** The tally, or the first thing that is wrong with the bytes. */
export const parseTally = (payload: Uint8Array): Result<Tally, PayloadFault> => {
  const lines: TallyLine[] = [];
  const header = scan(payload, (line) => {
    lines.push(line);
  });
  return header.ok ? ok({ ...header.value, lines }) : header;
};

/** What `parseTally` would find wrong, without room for 100,000 lines. */
export const tallyFault = (payload: Uint8Array): PayloadFault | undefined => {
  const header = scan(payload, () => undefined);
  return header.ok ? undefined : header.failure;
};
