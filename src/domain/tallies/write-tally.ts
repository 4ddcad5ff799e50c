/** A tally as bytes. There is one way to write each, so what `parseTally` accepts is what this gives. */
import { writeLines } from "../sealing/payload.ts";
import { canonicalJson } from "../text/canonical-json.ts";
import type { Json } from "../text/canonical-json.ts";
import type { SnapshotHeader, Tally, TalliedAction, TallyHeader, TallyLine } from "./tally.ts";

export const tallyType = "pledge-tally";
export const tallyVersion = 1;

/** The members of the first line that a tally and a bundle share. */
export const headerJson = (header: SnapshotHeader): Readonly<Record<string, Json>> => ({
  campaign: header.campaign,
  committee: { number: header.committee.number, hash: header.committee.hash },
  from: header.from,
  to: header.to,
  incarnation: header.incarnation,
  supersedes: header.supersedes,
  seq: header.seq,
  prev: header.prev ?? null,
  asOf: header.asOf,
  relay: header.relay,
});

/** The first line, without its LF. `people` is the number of lines that follow. */
export const tallyHeaderText = (header: TallyHeader, people: number): string =>
  canonicalJson({
    type: tallyType,
    v: tallyVersion,
    ...headerJson(header),
    seen: header.seen.map(({ from, incarnation, seq, sha256 }) => ({
      from,
      incarnation,
      seq,
      sha256,
    })),
    people,
    root: header.root,
  });

const conditionText = ({ condition }: TalliedAction): string => {
  switch (condition.kind) {
    case "none":
    case "waits":
      return "";
    case "at-least":
      return `,"atLeast":${condition.people}`;
    case "at-least-in-team":
      return `,"atLeastInTeam":${condition.people}`;
    case "at-least-percent":
      return `,"atLeastPercent":${condition.percent}`;
    default:
      return condition satisfies never;
  }
};

const actionText = (said: TalliedAction): string => {
  const state = said.state === "pledged" ? "" : `,"state":"${said.state}"`;
  const text = said.text === undefined ? "" : `,"text":"${said.text}"`;
  const waits = said.condition.kind === "waits" ? `,"waits":true` : "";
  return `{"action":"${said.action}"${conditionText(said)}${state}${text}${waits}}`;
};

/**
 * A person's line exactly as it is sent, without its LF: what its commitment is over. In RFC 8785
 * form by hand: no value in it holds anything that JSON escapes, and there are 100,000 of them.
 */
export const tallyLineText = (line: TallyLine): string => {
  const supporter = line.supporter ? `,"supporter":true` : "";
  const team = line.team === undefined ? "" : `,"team":"${line.team}"`;
  const actions = line.actions.map(actionText).join(",");
  return `{"actions":[${actions}],"proof":"${line.proof}"${supporter}${team},"token":"${line.token}"}`;
};

/** The payload of a tally whose lists are sorted as its types say, pad included. `texts` are its lines, where they have been written. */
export const writeTally = (
  tally: Tally,
  texts: readonly string[] = tally.lines.map(tallyLineText),
): Uint8Array => writeLines([tallyHeaderText(tally, tally.lines.length), ...texts]);
