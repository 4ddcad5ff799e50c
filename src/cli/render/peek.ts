/** What a reader finds in a file, in sentences: a member, and a member who has the staff list; and the whole screen. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { shortHash } from "../../domain/letters/frozen-text.ts";
import { disclosureOf } from "../../domain/tallies/disclosure.ts";
import type { Tally } from "../../domain/tallies/tally.ts";
import type { Signers } from "../../domain/letters/signers.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { Inside } from "../../usecases/peek-file.ts";
import { wrapped } from "./columns.ts";
import { toldBundle } from "./peek-bundle.ts";
import { toldDraw, toldOpening } from "./peek-audit.ts";
import { toldHandover } from "./peek-handover.ts";
import type { Width } from "./columns.ts";

export interface Told {
  readonly kind: string;
  readonly stranger: readonly string[];
  readonly member: readonly string[];
  readonly memberWithStaffList: readonly string[];
}

/** What the vault knows and the file does not say: sizes of teams, handles of keys. */
export interface Known {
  readonly teams: Campaign["teams"];
  /** The campaign's UUID; nothing for a vault that has joined none yet. */
  readonly campaign: string | undefined;
  /** Of members; nothing for a key that is none's. */
  readonly handleOf: (fingerprint: Fingerprint) => string | undefined;
  /** The keys of the teams for which a member is responsible. */
  readonly turfOf: (fingerprint: Fingerprint) => readonly string[];
}

/** Whatever follows is what the file says of itself. */
const unchecked = "This is what the file says. Who signed it is checked only when you merge it.";

/** Said where it is so, because then nothing that the vault knows is about the people in the file. */
const otherCampaign = (campaign: string, known: Known): readonly string[] =>
  known.campaign === undefined || known.campaign === campaign
    ? []
    : ["It is of another campaign than the one in this vault: merge refuses it."];

const calledIn =
  ({ handleOf }: Known) =>
  (fingerprint: Fingerprint): string =>
    handleOf(fingerprint) ?? `a key that is no member's (${fingerprint.slice(0, 8)}...)`;

const teamCalled = ({ teams }: Known, key: string): string =>
  showable(teams.find((team) => team.key === key)?.name ?? key);

/** The teams that a line can be of which withholds its team. */
const toldWithheld = ([team, ...others]: readonly string[]): string => {
  const begun = "Where the team is not named, it is";
  if (team === undefined) return `${begun} one for which the writer answers.`;
  return others.length === 0
    ? `${begun} ${team}: no other team for which the writer answers is without a line that names it.`
    : `${begun} one of those for which the writer answers and that no line names: ${[team, ...others].join(", ")}.`;
};

const toldTally = (tally: Tally, known: Known): Omit<Told, "kind" | "stranger"> => {
  const told = disclosureOf(tally);
  const called = calledIn(known);
  const actions = told.actions.map(
    ({ action, people, withdrawn }) =>
      `${action} ${grouped(people)}${withdrawn === 0 ? "" : ` (and ${grouped(withdrawn)} taken back)`}`,
  );
  const places = [
    ...told.teams.map(({ team, people }) => `${teamCalled(known, team)} ${grouped(people)}`),
    ...(told.withheld === 0 ? [] : [`a team that is not named ${grouped(told.withheld)}`]),
    ...(told.elsewhere === 0 ? [] : [`not known or not told ${grouped(told.elsewhere)}`]),
  ];
  const named = new Set<string>(told.teams.map(({ team }) => team));
  const among = known
    .turfOf(tally.from)
    .filter((team) => !named.has(team))
    .map((team) => teamCalled(known, team));
  const crowds = told.teams.flatMap(({ team }) => {
    const size = known.teams.find(({ key }) => key === team)?.size;
    return size === undefined ? [] : [`${teamCalled(known, team)} about ${grouped(size)}`];
  });
  const [lines, tells] =
    told.pickedOutByCondition === 1 ? ["line has", "it is"] : ["lines have", "one of them is"];
  return {
    member: [
      unchecked,
      ...otherCampaign(tally.campaign, known),
      `Tally number ${grouped(tally.seq)} of ${called(tally.from)}, as of ${tally.asOf}, for ${listed(tally.to.map(called).toSorted())}.`,
      told.people === 0
        ? "Nobody is in it."
        : `${counted(told.people, "person", "people")}: ${actions.join(", ")}. For each one it says what she pledged, and under which condition, rounded up.`,
      ...(places.length === 0 ? [] : [`By team: ${places.join(", ")}.`]),
      ...(told.supporters === 0
        ? []
        : [`${counted(told.supporters, "supporter", "supporters")} from outside the unit.`]),
      `The tallies that its writer had by then: ${
        tally.seen.length === 0
          ? "none"
          : tally.seen
              .map(({ from, seq }) => `${called(from)} ${grouped(seq)}`)
              .toSorted()
              .join(", ")
      }.`,
      "No name, no contact, no note, no role, no assessment, no time of day.",
    ],
    memberWithStaffList:
      told.people === 0
        ? []
        : [
            "No name can be worked out from it: a person is a row of random characters, made from her pledge code and from nothing about her. Whoever was told the code finds her line.",
            ...(crowds.length === 0
              ? []
              : [`A line that names a team can be any of its people: ${crowds.join(", ")}.`]),
            ...(told.withheld === 0 ? [] : [toldWithheld(among)]),
            `${counted(told.alone, "line is", "lines are")} like no other. Whoever heard all that is in such a line from a coworker knows that it is hers, and can follow it through later tallies.`,
            `${grouped(told.pickedOutByCondition)} ${lines} a condition that no other line has. Whoever overheard the condition knows that ${tells} that coworker's, and reads what else she pledged.`,
            "Two tallies in a row show which lines came and went. Where one person was hired, or left, in between, such a line may be hers.",
          ],
  };
};

const toldSigners = (signers: Signers, known: Known): Omit<Told, "kind" | "stranger"> => {
  const called = calledIn(known);
  const named = signers.lines.filter(({ name }) => name !== undefined).length;
  const { inTurf, elsewhere, supporters } = signers.counted;
  return {
    member: [
      unchecked,
      ...otherCampaign(signers.campaign, known),
      `A list of signers of ${called(signers.from)}, as of ${signers.asOf}, for ${listed(signers.to.map(called).toSorted())}, under the text ${shortHash(signers.text)}.`,
      `${counted(named, "person", "people")} by name, with role and team where they are known; ${grouped(signers.lines.length - named)} by role and team without a name; ${grouped(inTurf + elsewhere + supporters)} more as a number.`,
      "No contact, no note, no assessment, and no name of anybody who did not ask to be named.",
    ],
    memberWithStaffList: [
      ...(signers.lines.length === named
        ? []
        : ["Whoever is the only one of her role in a team is known by it."]),
      "Whoever is a number stays one: nothing else is said of her.",
    ],
  };
};

/** What a reader finds in it. */
export const toldInside = (inside: Inside, known: Known): Omit<Told, "stranger"> => {
  switch (inside.kind) {
    case "tally":
      return { kind: "tally", ...toldTally(inside.tally, known) };
    case "signers":
      return { kind: "signers", ...toldSigners(inside.signers, known) };
    case "bundle": {
      const { bundle } = inside;
      const other = otherCampaign(bundle.campaign, known);
      return { kind: "bundle", ...toldBundle(bundle, calledIn(known), other) };
    }
    case "committee": {
      const { number, members, texts, campaign } = inside.committee;
      return {
        kind: "committee",
        member: [
          unchecked,
          ...otherCampaign(campaign.id, known),
          `Number ${grouped(number)} of the committee file of "${showable(campaign.name)}".`,
          `What the campaign is, ${members === 1 ? "its 1 member" : `its ${grouped(members)} members`} by handle and certificate, and who answers for which team.`,
          texts.length === 0
            ? "No text that people sign yet."
            : `${counted(texts.length, "text", "texts")} that people sign.`,
          "Nothing of who pledged what.",
        ],
        memberWithStaffList: [
          "A handle that its owner uses elsewhere tells who she is. So does the name in a certificate that was made with another program.",
          "Who answers for a small team is probably one of its people.",
        ],
      };
    }
    case "share": {
      const { from, to, asOf, campaign, share } = inside.file;
      const called = calledIn(known);
      const { need, of } = share.set;
      return {
        kind: "share",
        member: [
          "This is what the file says. Who signed it is checked only when you give it back.",
          ...otherCampaign(campaign, known),
          `Share ${share.number} of ${of} of the recovery key of ${called(from)}, as of ${asOf}, for ${listed(to.map(called))}.`,
          `Any ${need} of the ${of} together open that vault, wherever a copy of it is. This one alone opens nothing and says nothing of what is in it.`,
        ],
        memberWithStaffList: [],
      };
    }
    case "audit": {
      const { draw } = inside;
      return {
        kind: "audit",
        ...toldDraw(draw, calledIn(known), otherCampaign(draw.campaign, known)),
      };
    }
    case "opening": {
      const { opening } = inside;
      const other = otherCampaign(opening.campaign, known);
      return { kind: "opening", ...toldOpening(opening, calledIn(known), other) };
    }
    case "handover":
      return {
        kind: "handover",
        ...toldHandover(inside.handover, {
          called: calledIn(known),
          teamCalled: (key) => teamCalled(known, key),
          other: otherCampaign(inside.handover.campaign, known),
        }),
      };
    case "told":
      return {
        kind: "add",
        member: [
          `Somebody without a vault tells you of ${counted(inside.people, "person", "people")}, by name and with all else that was answered.`,
          "Nobody signs such a file: whoever has your join file can make one.",
        ],
        memberWithStaffList: [],
      };
    default:
      return inside satisfies never;
  }
};

/** The three readers one below the other; one about whom nothing is said is left out. */
export const peekScreen = (
  { stranger, member, memberWithStaffList }: Told,
  { columns, width }: { readonly columns: number; readonly width: Width },
): string =>
  [
    ["A stranger who finds it:", stranger] as const,
    ["A member whom it is for:", member] as const,
    ["A member who also has the staff list:", memberWithStaffList] as const,
  ]
    .filter(([, sentences]) => sentences.length > 0)
    .map(([reader, sentences]) =>
      [
        reader,
        ...sentences.flatMap((sentence) =>
          wrapped(sentence, columns - 4, width).map(
            (line, index) => `${index === 0 ? "  - " : "    "}${line}`,
          ),
        ),
      ].join("\n"),
    )
    .join("\n\n");
