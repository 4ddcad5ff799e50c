/** A draw as bytes and back. All auditors of a round write the same bytes, and each signs them: `docs/audit-format.md`. */
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { faultIn, member, nested, shapeOf, sortedList } from "../sealing/line-shape.ts";
import { kindOf, linesOf, malformed, sameBytes, writePayload } from "../sealing/payload.ts";
import type { PayloadFault } from "../sealing/payload.ts";
import {
  fingerprintMember,
  hashMember,
  idMember,
  isWhole,
  numberMember,
} from "../tallies/header-shape.ts";
import { mostPeople } from "../tallies/tally-shape.ts";
import { leastAuditors, readSpoken } from "./draw.ts";
import type { Auditor, Draw } from "./draw.ts";
import { sourceKey } from "./round.ts";
import type { RoundSource } from "./round.ts";

const drawType = "pledge-audit";
const version = 1;

/** Tallies in one round; a tally names no more of them either. */
const mostSources = 1024;

/** Of a payload, in bytes: so many sources and 256 auditors take less. */
const largest = 1024 * 1024;

const auditorShape = shapeOf([
  fingerprintMember("member"),
  member(
    "words",
    (value) => typeof value === "string" && readSpoken(value) === value,
    "six words in lower case",
  ),
]);

const headerShape = shapeOf([
  member("type", (value) => value === drawType, "that of an audit"),
  member("v", (value) => value === version, "1"),
  idMember("campaign"),
  nested("committee", shapeOf([numberMember("number"), hashMember("hash")])),
  sortedList("auditors", {
    least: leastAuditors,
    most: 256,
    faultOf: (item) => faultIn(item, auditorShape),
    keyOf: (item: Auditor) => item.member,
  }),
  member("sources", (value) => isWhole(value, 1, mostSources), `a number from 1 to ${mostSources}`),
]);

const peopleMember = (name: string) =>
  member(name, (value) => isWhole(value, 1, mostPeople), `a number from 1 to ${mostPeople}`);

const sourceShape = shapeOf([
  fingerprintMember("from"),
  idMember("incarnation"),
  numberMember("seq"),
  hashMember("root"),
  peopleMember("people"),
  peopleMember("live"),
]);

export const writeDraw = ({ campaign, committee, auditors, sources }: Draw): Uint8Array =>
  writePayload([
    {
      type: drawType,
      v: version,
      campaign,
      committee: { number: committee.number, hash: committee.hash },
      auditors: auditors.map(({ member: of, words }) => ({ member: of, words })),
      sources: sources.length,
    },
    ...sources.map(({ from, incarnation, seq, root, people, live }) => ({
      from,
      incarnation,
      seq,
      root,
      people,
      live,
    })),
  ]);

type Header = Omit<Draw, "sources"> & { readonly sources: number };

const sourceFault = (value: unknown, before: RoundSource | undefined): string | undefined => {
  const fault = faultIn(value, sourceShape);
  if (fault !== undefined) return fault;
  const source = value as RoundSource;
  if (source.live > source.people) return 'its "live" is more than its "people"';
  return before !== undefined && sourceKey(source) <= sourceKey(before)
    ? "the sources are not sorted, each one once"
    : undefined;
};

/** The draw in a payload, or the first thing that is wrong with it. Refuses every spelling but the one that `writeDraw` gives. */
export const parseDraw = (payload: Uint8Array): Result<Draw, PayloadFault> => {
  if (payload.length > largest) return malformed(1, "no audit is as long as this");
  const kind = kindOf(payload);
  if (!kind.ok) return kind;
  if (kind.value.type !== drawType) return malformed(1, "it does not begin as an audit does");
  if (kind.value.v > version) return fail({ type: "payload-newer", version: kind.value.v });
  let header: Header | undefined;
  const sources: RoundSource[] = [];
  for (const line of linesOf(payload)) {
    if (!line.ok) return line;
    const { number, value } = line.value;
    const wrong =
      header === undefined ? faultIn(value, headerShape) : sourceFault(value, sources.at(-1));
    if (wrong !== undefined) return malformed(number, wrong);
    if (header === undefined) header = value as Header;
    else if (sources.length === header.sources)
      return malformed(number, "there are more sources than the first line says");
    else sources.push(value as RoundSource);
  }
  if (header?.sources !== sources.length)
    return malformed(1, "there are fewer sources than it says");
  const { campaign, committee, auditors } = header;
  const draw: Draw = { campaign, committee, auditors, sources };
  return sameBytes(writeDraw(draw), payload)
    ? ok(draw)
    : malformed(1, "it is not written in the one form of the format");
};
