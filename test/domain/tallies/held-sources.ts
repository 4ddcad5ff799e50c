/** Tallies of made-up signers, held as after a merge: one line tells each from the others. */
import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import { liveSigners } from "../../../src/domain/tallies/live-sources.ts";
import type { Sources } from "../../../src/domain/tallies/live-sources.ts";
import type { Held } from "../../../src/domain/tallies/snapshot.ts";
import { takeIn } from "../../../src/domain/tallies/take-in.ts";
import type {
  Hash,
  Incarnation,
  Tally,
  TallyLine,
  Token,
} from "../../../src/domain/tallies/tally.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";

export const life = (name: string): Incarnation => name as Incarnation;
export const signer = (name: string): Fingerprint => name as Fingerprint;

/** One line tells the statements apart: its token is the hash. */
export const lineOf = (name: string): TallyLine => ({
  token: name as Token,
  proof: "",
  actions: [],
  supporter: false,
});

export const tally = (
  from: string,
  incarnation: string,
  seq: number,
  {
    supersedes = [],
    number = 1,
    copy = "a",
  }: {
    readonly supersedes?: readonly string[];
    readonly number?: number;
    readonly copy?: string;
  } = {},
): Tally => ({
  campaign: "",
  committee: { number, hash: "" as Hash },
  from: signer(from),
  to: [],
  incarnation: life(incarnation),
  supersedes: supersedes.map((one) => life(one)),
  seq,
  prev: undefined,
  asOf: "2026-11-22" as Day,
  relay: false,
  seen: [],
  root: "" as Hash,
  lines: [lineOf(`${from} ${incarnation} ${seq}${copy}`)],
});

const turfs: Readonly<Record<string, readonly TeamKey[]>> = {
  heron: ["cloud" as TeamKey],
  wren: ["ads" as TeamKey],
};

/** All that is held of the tallies, and a way to read them again. */
export const holding = (
  ...tallies: readonly Tally[]
): Pick<Sources, "held" | "read" | "turfThen" | "leftOut"> => {
  const byHash = new Map(tallies.map((one) => [one.lines[0]?.token as string, one]));
  const held = new Map<string, Held>();
  for (const [sha256, one] of byHash) {
    const key = `${one.from} ${one.incarnation}`;
    const bytes = new TextEncoder().encode(sha256);
    const snapshot = { ...one, sha256: sha256 as Hash, payload: bytes, signature: bytes };
    held.set(key, takeIn(held.get(key), snapshot).held);
  }
  return {
    leftOut: [],
    held: [...held.values()],
    read: ({ payload }) => {
      const found = byHash.get(new TextDecoder().decode(payload));
      if (found === undefined) throw new Error("read what was never taken in");
      return { ...found, lines: linesFrom(found.lines) };
    },
    turfThen: (from, { number }) => (number === 1 ? (turfs[from] ?? []) : []),
  };
};

export const members: Sources["members"] = new Map(
  Object.entries(turfs).map(([name, turf]) => [signer(name), { turf }]),
);

export const copiesOf = (sources: Sources): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    liveSigners(sources).map(({ fingerprint, copies }) => [
      fingerprint,
      copies.map(({ lines }) => (lines.which.length === 0 ? "" : lines.token(0))),
    ]),
  );
