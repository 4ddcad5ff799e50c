/** What a file tells, in sentences: to a stranger, to a member, to a member who has the staff list. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import { parseHandle } from "../../domain/committee/handle.ts";
import { disclosureOf } from "../../domain/tallies/disclosure.ts";
import type { Tally } from "../../domain/tallies/tally.ts";
import type { Signers } from "../../domain/letters/signers.ts";
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import type { Certificate, Fingerprint } from "../../domain/sealing/certificate.ts";
import type { Outside } from "../../domain/sealing/ports.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { Inside, Peeked } from "../../usecases/peek-file.ts";
import { wrapped } from "./columns.ts";
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
  /** Of members; nothing for a key that is none's. */
  readonly handleOf: (fingerprint: Fingerprint) => string | undefined;
}

/** No line of a tally takes fewer bytes, so this many at most are in so much room. */
const bytesAPerson = 100;

const inKib = (bytes: number): string => `${grouped(Math.max(1, Math.round(bytes / 1024)))} KiB`;

const toldMessage = ({ readers, sealedBytes }: Outside): readonly string[] => {
  const named = readers.flatMap((reader) => reader ?? []);
  const keys = counted(readers.length, "key", "keys");
  const one = readers.length === 1;
  return [
    "It is encrypted: without the key of a reader nobody learns what is in it, who wrote it, or for which campaign.",
    named.length === 0
      ? `${keys} can open it. How many shows; whose ${one ? "it is" : "they are"} does not.`
      : `${keys} can open it, and it shows which: ${named.map((id) => id.toUpperCase()).join(", ")}. Whoever has seen the certificates of your committee knows whose they are.`,
    `What is in it was filled up to about ${inKib(sealedBytes)}, so its length says little: as a tally it could hold anybody from nobody to ${grouped(Math.floor(sealedBytes / bytesAPerson))} people.`,
    "It does not name pledge, but these lengths are the ones that pledge fills up to.",
    "It holds no time of day. When it was sent and to whom, the way it travels may tell.",
  ];
};

const toldCertificate = ({ userIds, fingerprint, madeOn }: Certificate): readonly string[] => {
  const [first] = userIds;
  const ours = userIds.length === 1 && first !== undefined && parseHandle(first) !== undefined;
  return [
    "It is a certificate: anybody can read it, and it is no secret.",
    ours
      ? `It calls its owner ${showable(first)} and says no name.`
      : `It says: ${userIds.map((id) => showable(id)).join("; ")}. Every member of a committee it is taken into will read that.`,
    `Its key was made on ${madeOn}; its fingerprint is ${groupedFingerprint(fingerprint)}.`,
    "With it anybody can encrypt to its owner, and see that a file is from her.",
  ];
};

/** What the file shows to whoever finds it. */
export const toldOutside = (peeked: Peeked): Told => {
  const nobodyElse = { member: [], memberWithStaffList: [] };
  switch (peeked.kind) {
    case "message":
      return { kind: "encrypted", stranger: toldMessage(peeked.outside), ...nobodyElse };
    case "certificate":
      return { kind: "join", stranger: toldCertificate(peeked.certificate), ...nobodyElse };
    case "backup":
      return {
        kind: "backup",
        stranger: [
          "It is a backup of a vault of pledge, and says so at its beginning.",
          `It is ${inKib(peeked.size)} long, from which one can guess whether tens or thousands of people are in it.`,
          "It shows how hard its passphrase is to try out, and how many ways there are to open it. Everything else is encrypted.",
          "Whoever has it may try passphrases for as long as she likes: six random words hold, a short one does not.",
        ],
        ...nobodyElse,
      };
    case "other":
      return {
        kind: "other",
        stranger: ["It is no file that pledge encrypts: whoever finds it reads all that is in it."],
        ...nobodyElse,
      };
    default:
      return peeked satisfies never;
  }
};

const calledIn =
  ({ handleOf }: Known) =>
  (fingerprint: Fingerprint): string =>
    handleOf(fingerprint) ?? `a key that is no member's (${fingerprint.slice(0, 8)}...)`;

const teamCalled = ({ teams }: Known, key: string): string =>
  showable(teams.find((team) => team.key === key)?.name ?? key);

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
  const crowds = told.teams.flatMap(({ team }) => {
    const size = known.teams.find(({ key }) => key === team)?.size;
    return size === undefined ? [] : [`${teamCalled(known, team)} about ${grouped(size)}`];
  });
  return {
    member: [
      `It is tally ${grouped(tally.seq)} of ${called(tally.from)}, as of ${tally.asOf}, for ${listed(tally.to.map(called))}.`,
      `${counted(told.people, "person", "people")}: ${actions.join(", ") || "nobody"}. For each one what was pledged and under which condition, rounded up.`,
      ...(places.length === 0 ? [] : [`By team: ${places.join(", ")}.`]),
      ...(told.supporters === 0
        ? []
        : [`${counted(told.supporters, "supporter", "supporters")} from outside the unit.`]),
      `Which tallies the writer had by then: ${tally.seen.length === 0 ? "none" : tally.seen.map(({ from, seq }) => `${called(from)} ${grouped(seq)}`).join(", ")}.`,
      "No name, no contact, no note, no role, no assessment, no time of day.",
    ],
    memberWithStaffList: [
      "The staff list reads no name out of it: each line begins with random characters that rest on nothing about the person.",
      ...(crowds.length === 0
        ? []
        : [`A line that names a team is one of so many people: ${crowds.join(", ")}.`]),
      `${counted(told.alone, "line is", "lines are")} like no other. Whoever heard all of it from a coworker knows that line is hers, and learns nothing more from it.`,
      `${counted(told.pickedOutByCondition, "line", "lines")} can be picked out by an overheard condition alone, and then ${told.pickedOutByCondition === 1 ? "tells" : "tell"} what else that person pledged and in which team.`,
      "Two tallies in a row show which lines came and went. If only one person joined or left in between, that line may be hers.",
    ],
  };
};

const toldSigners = (signers: Signers, known: Known): Omit<Told, "kind" | "stranger"> => {
  const called = calledIn(known);
  const named = signers.lines.filter(({ name }) => name !== undefined).length;
  const { inTurf, elsewhere, supporters } = signers.counted;
  return {
    member: [
      `It is a list of signers of ${called(signers.from)}, as of ${signers.asOf}, for ${listed(signers.to.map(called))}, under text ${signers.text.slice(0, 16)}.`,
      `It names ${counted(named, "person who wants to be named", "people who want to be named")}, gives ${counted(signers.lines.length - named, "role", "roles")} without a name, and a number for ${grouped(inTurf + elsewhere + supporters)} more.`,
      "No contact, no note, no assessment, and no name of anybody who wants to be a number only.",
    ],
    memberWithStaffList: [
      "Whoever has a role that is rare in her team can be found by it.",
      "Who is only a number stays one.",
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
    case "committee": {
      const { number, members, texts, campaign } = inside.committee;
      return {
        kind: "committee",
        member: [
          `It is number ${grouped(number)} of the committee file of "${showable(campaign)}".`,
          `It says what the campaign is, who the ${counted(members, "member is", "members are")} by handle and certificate, and who answers for which team.`,
          `${counted(texts.length, "letter text", "letter texts")} that people sign.`,
        ],
        memberWithStaffList: [
          "Handles are no names; a handle that its owner uses elsewhere is one all the same. So is a user id of a plain certificate.",
          "Who answers for a small team may be guessed from it.",
        ],
      };
    }
    case "told":
      return {
        kind: "add",
        member: [
          `It tells an organizer of ${counted(inside.people, "person", "people")}, with names and all that was answered.`,
          "Nobody signed it: whoever has the organizer's join file could have made it.",
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
