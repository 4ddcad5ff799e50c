/** Files as somebody could make them who has a member's key, or only everybody's certificates. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { createOpenPgp } from "../../../src/adapters/openpgp/openpgp.ts";
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Committee } from "../../../src/domain/committee/committee.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import type { Tally, TallyLine, Token } from "../../../src/domain/tallies/tally.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import { toBase64url, toHex } from "../../../src/domain/text/bytes.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import type { TestWorld } from "../../support/world.ts";

/** The day of every test here, at noon, so that no clock is ahead of a file of that day. */
export const today = "2026-11-22" as Day;

export const openpgp = createOpenPgp(() => new Date(`${today}T12:00:00Z`));

/** What a member has to make files with. */
export const insideOf = (world: TestWorld): Promise<CommitteeInUse> =>
  world.inVault((vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) throw new Error(inUse.failure.type);
    return inUse.value;
  });

/** A line of somebody who will sign; `name` makes its token. */
export const lineOf = (name: string, team?: string): TallyLine => ({
  token: toBase64url(hashes.sha256(new TextEncoder().encode(name)).subarray(0, 16)) as Token,
  proof: toBase64url(new Uint8Array(16)),
  ...(team === undefined ? {} : { team: team as TeamKey }),
  actions: [{ action: "sign" as ActionKey, state: "pledged", condition: { kind: "none" } }],
  supporter: false,
});

/** A first tally of the member, of nobody, for everybody; `changes` make it another one. */
export const tallyBy = (
  { committee, reference, identity }: CommitteeInUse,
  changes: Partial<Tally> = {},
): Tally => ({
  campaign: committee.definition.id,
  committee: reference,
  from: identity.fingerprint,
  to: committee.members.map(({ fingerprint }) => fingerprint).toSorted(),
  incarnation: identity.incarnation,
  supersedes: identity.supersedes,
  seq: 1,
  prev: undefined,
  asOf: today,
  relay: false,
  seen: [],
  root: toHex(hashes.sha256(new Uint8Array())) as Tally["root"],
  ...changes,
  lines: (changes.lines ?? []).toSorted((a, b) => (a.token < b.token ? -1 : 1)),
});

interface Sealing {
  /** Secret keys; the member's own unless given. */
  readonly signers?: readonly Uint8Array[];
  /** Certificates; those of all members unless given. */
  readonly readers?: readonly Uint8Array[];
  readonly signedOn?: Day;
}

/** The payload signed and encrypted, as bytes of a file. */
export const sealedBy = async (
  { committee, identity }: CommitteeInUse,
  payload: Uint8Array,
  { signers = [identity.secret], readers, signedOn = today }: Sealing = {},
): Promise<Uint8Array> => {
  const signatures = await Promise.all(
    signers.map((secret) => openpgp.sign(payload, secret, signedOn)),
  );
  const sealed = await openpgp.seal({
    payload,
    signatures,
    named: false,
    day: today,
    readers: readers ?? committee.members.map(({ certificate }) => certificate),
  });
  if (!sealed.ok) throw new Error(sealed.failure.type);
  return sealed.value;
};

/** A whole file of a tally. */
export const fileOf = (
  inUse: CommitteeInUse,
  changes: Partial<Tally> = {},
  sealing: Sealing = {},
): Promise<Uint8Array> => sealedBy(inUse, writeTally(tallyBy(inUse, changes)), sealing);

/** Puts bytes into a world's scratch folder; gives the path. */
export const put = (world: TestWorld, name: string, bytes: Uint8Array | string): string => {
  const path = join(world.folder, name);
  writeFileSync(path, bytes, { mode: 0o600 });
  return path;
};

/** The outcomes of a merge, file by file: "heron.tally merged", "bad.tally refused unsigned". */
export const outcomesOf = (stdout: string): readonly string[] =>
  (
    JSON.parse(stdout) as {
      readonly files: readonly {
        readonly file: string;
        readonly outcome: string;
        readonly reason: string | null;
      }[];
    }
  ).files.map(
    ({ file, outcome, reason }) =>
      `${file.split("/").at(-1)} ${outcome}${reason === null ? "" : ` ${reason}`}`,
  );

/** The next number of the committee file, made by the member, for nobody else to read. */
export const nextNumberBy = (
  inUse: CommitteeInUse,
  changes: Partial<Committee>,
): Promise<Uint8Array> => {
  const { committee, reference } = inUse;
  const next = {
    ...committee,
    number: committee.number + 1,
    prev: reference.hash,
    asOf: today,
    ...changes,
  };
  return sealedBy(inUse, writeCommittee(next), { readers: [inUse.identity.certificate] });
};
