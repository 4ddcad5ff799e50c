/** Members of a committee on the screen, and the numbers of its file. */
import type { Team, TeamKey } from "../../domain/campaign/campaign.ts";
import type { Member } from "../../domain/committee/committee.ts";
import { groupedFingerprint } from "../../domain/sealing/certificate.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, listed } from "../../domain/text/words.ts";
import type { SignedNumber } from "../../usecases/committee/number-signers.ts";
import { labelled, wrapped } from "./columns.ts";
import type { Width } from "./columns.ts";

export interface Screen {
  readonly columns: number;
  readonly width: Width;
}

/** "Cloud, Ads", in the order of the campaign, or "no team". */
export const turfWords = (teams: readonly Team[], turf: readonly TeamKey[]): string =>
  teams
    .filter(({ key }) => turf.includes(key))
    .map(({ name }) => showable(name))
    .join(", ") || "no team";

/** Enough to tell keys apart at a glance; the whole one is in `key show`. */
const shortKey = (fingerprint: Fingerprint): string => groupedFingerprint(fingerprint).slice(0, 19);

interface Listed {
  readonly members: readonly Pick<Member, "handle" | "fingerprint" | "turf">[];
  readonly teams: readonly Team[];
  /** Our own key. */
  readonly self: Fingerprint;
  /** Whether the beginning of each key is shown too. */
  readonly keys: boolean;
  /** Keys that were taken back. */
  readonly revoked?: ReadonlyMap<Fingerprint, unknown>;
}

/** "  heron  you; Cloud, Ads", a member a line. */
export const memberLines = (
  { members, teams, self, keys, revoked }: Listed,
  { columns, width }: Screen,
): readonly string[] => {
  const indent = Math.max(...members.map(({ handle }) => handle.length)) + 4;
  return members.map(({ handle, fingerprint, turf }) => {
    const what = `${fingerprint === self ? "you; " : ""}${turfWords(teams, turf)}`;
    const takenBack = revoked?.has(fingerprint) === true ? ", taken back" : "";
    const text = keys ? `${what}\nkey ${shortKey(fingerprint)}${takenBack}` : what;
    return labelled(`  ${handle}`, text, { indent, columns, width });
  });
};

const signedText = ({ signers }: SignedNumber): string => `signed by ${listed(signers)}`;

/** The first digits of a hash: enough to be read aloud. */
const shortNumber = (hash: string): string => hash.slice(0, 16);

/** The numbers that contradict each other, whose they are, and the way out. */
const forkLines = (
  forks: readonly SignedNumber[],
  { columns, width }: Screen,
): readonly string[] => {
  const [first] = forks;
  if (first === undefined) return [];
  return [
    ...wrapped(
      `There are different numbers ${first.number} of the committee file, and none of them is used:`,
      columns,
      width,
    ),
    ...forks.map(
      (fork) =>
        `  ${shortNumber(fork.hash)}\n    ${wrapped(signedText(fork), columns - 4, width).join("\n    ")}`,
    ),
    ...wrapped(
      "Talk about it and agree on one. Whoever has its file sends it to all; if it is lost, this writes it again:",
      columns,
      width,
    ),
    `  pledge committee export ${shortNumber(first.hash)} -o FILE`,
    ...wrapped("Then everybody, also whoever made it, adopts that one:", columns, width),
    "  pledge join FILE",
  ];
};

/** One line for all of them; what each would change says `committee propose`. */
const waitingLines = (waiting: number, { columns, width }: Screen): readonly string[] =>
  waiting === 0
    ? []
    : wrapped(
        `${counted(waiting, "proposal waits", "proposals wait")} for signatures: "pledge committee propose".`,
        columns,
        width,
      );

/** `pledge committee show`. */
export const committeeScreen = (
  shown: Listed & {
    readonly campaign: string;
    readonly current: SignedNumber;
    readonly asOf: string;
    readonly forks: readonly SignedNumber[];
    /** How many next numbers wait for signatures. */
    readonly waiting: number;
    /** How many must sign the next number. */
    readonly needs: number;
  },
  screen: Screen,
): string => {
  const { columns, width } = screen;
  const forks = forkLines(shown.forks, screen);
  return [
    ...wrapped(showable(shown.campaign), columns, width),
    ...memberLines(shown, screen),
    ...wrapped(
      `The committee file is number ${shown.current.number}, ${signedText(shown.current)} on ${shown.asOf}.`,
      columns,
      width,
    ),
    ...(shown.needs === 1
      ? []
      : wrapped(
          `${shown.needs} of ${counted(shown.members.length, "member", "members")} must sign what changes it.`,
          columns,
          width,
        )),
    ...waitingLines(shown.waiting, screen),
    ...(forks.length === 0 ? [] : ["", ...forks]),
  ].join("\n");
};
