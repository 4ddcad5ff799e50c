/**
 * Bytes that may be anybody's into a tally. What is accepted is exactly what `writeTally` writes: each line is
 * written again from what it was understood to say and must give the same text. Says nothing
 * of who signed it and for whom it is: that is for whoever merges it.
 */
import { unconditional } from "../pledges/pledge.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { linesOf, malformed } from "../sealing/payload.ts";
import type { PayloadFault, PayloadLine } from "../sealing/payload.ts";
import { headerFault, largestTally, lineFault } from "./tally-shape.ts";
import type { ActionMembers, HeaderMembers, LineMembers } from "./tally-shape.ts";
import type { TalliedAction, TalliedCondition, Tally, TallyHeader, TallyLine } from "./tally.ts";
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

const readHeader = ({ number, value, text }: PayloadLine): Result<Beginning, PayloadFault> => {
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

const readLine = (
  { number, value, text }: PayloadLine,
  before: TallyLine | undefined,
): Result<TallyLine, PayloadFault> => {
  const wrong = lineFault(value);
  if (wrong !== undefined) return malformed(number, wrong);
  const { token, proof, team, actions, supporter } = value as LineMembers;
  if (before !== undefined && token <= before.token)
    return malformed(number, "the lines are not sorted by token, each token once");
  const said = { token, proof, actions: actions.map(actionOf), supporter: supporter === true };
  const line: TallyLine = team === undefined ? said : { ...said, team };
  return tallyLineText(line) === text ? ok(line) : malformed(number, otherForm);
};

/** The tally, or the first thing that is wrong with the bytes. Stops there; never throws. */
export const parseTally = (payload: Uint8Array): Result<Tally, PayloadFault> => {
  if (payload.length > largestTally) return malformed(1, "no tally is as long as this");
  let beginning: Beginning | undefined;
  const lines: TallyLine[] = [];
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    if (beginning === undefined) {
      const read = readHeader(line.value);
      if (!read.ok) return read;
      beginning = read.value;
    } else {
      if (lines.length === beginning.people)
        return malformed(line.value.number, "there are more people than the first line says");
      const read = readLine(line.value, lines.at(-1));
      if (!read.ok) return read;
      lines.push(read.value);
    }
  }
  if (beginning === undefined) return malformed(1, "it does not begin as a tally does");
  return lines.length === beginning.people
    ? ok({ ...beginning.header, lines })
    : malformed(1, "there are fewer people than it says");
};
