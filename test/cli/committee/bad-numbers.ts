/** Committee files that nobody should take in, made by a founder gone wrong or by somebody on the way. */
import { readKey, readPrivateKey } from "openpgp";

import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Committee, Member } from "../../../src/domain/committee/committee.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Day } from "../../../src/domain/day.ts";
import { writeLines } from "../../../src/domain/sealing/payload.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { openpgp, sealedBy, today } from "./forge.ts";

const linesOf = (payload: Uint8Array): readonly string[] =>
  new TextDecoder().decode(payload).split("\n").slice(0, -2);

/** The payload with its first line changed as text. */
const withHeader = (payload: Uint8Array, before: string, after: string): Uint8Array => {
  const [first = "", ...others] = linesOf(payload);
  return writeLines([first.replace(before, after), ...others]);
};

/** The next number as the founder would make it, with `changes`. */
const next = (
  { committee, reference }: CommitteeInUse,
  changes: Partial<Committee> = {},
): Uint8Array =>
  writeCommittee({ ...nextNumber(committee, reference.hash, { asOf: today }), ...changes });

const withCertificate = (
  { committee: { members } }: CommitteeInUse,
  handle: string,
  certificate: Uint8Array,
): { readonly members: readonly Member[] } => ({
  members: members.map((one) => (one.handle === handle ? { ...one, certificate } : one)),
});

const stranger = async (): Promise<Uint8Array> =>
  (await openpgp.makeKey("rowan" as Handle, today)).secret;

const other = "1".repeat(64) as Hash;

type Make = (founder: CommitteeInUse) => Promise<Uint8Array>;

/** What is wrong, the reason, and the file; of a committee of rowan, heron and wren that heron takes in. */
export type BadNumber = readonly [what: string, reason: string, make: Make];

/** Refused by everybody, whatever there is to compare with. */
export const badNumbers: readonly BadNumber[] = [
  ["cut off", "seal-malformed", async (by) => (await sealedBy(by, next(by))).subarray(0, -9)],
  [
    "with a bit flipped",
    "seal-malformed",
    async (by) => {
      const bytes = await sealedBy(by, next(by));
      return bytes.with(700, (bytes[700] ?? 0) ^ 1);
    },
  ],
  [
    "with something behind it",
    "seal-malformed",
    async (by) => new Uint8Array([...(await sealedBy(by, next(by))), 10]),
  ],
  ["unsigned", "unsigned", (by) => sealedBy(by, next(by), { signers: [] })],
  [
    "signed twice by one member",
    "signed-twice",
    (by) => sealedBy(by, next(by), { signers: [by.identity.secret, by.identity.secret] }),
  ],
  [
    "signed by a stranger",
    "signer-unknown",
    async (by) => sealedBy(by, next(by), { signers: [await stranger()] }),
  ],
  [
    "signed by a member and by a stranger",
    "signer-unknown",
    async (by) => sealedBy(by, next(by), { signers: [by.identity.secret, await stranger()] }),
  ],
  [
    "signed in 2030",
    "signature-ahead",
    (by) => sealedBy(by, next(by), { signedOn: "2030-01-01" as Day }),
  ],
  [
    "encrypted to others",
    "seal-not-for-us",
    (by) => sealedBy(by, next(by), { readers: [by.identity.certificate] }),
  ],
  [
    "of a later version",
    "payload-newer",
    (by) => sealedBy(by, withHeader(next(by), '"v":1', '"v":2')),
  ],
  [
    "not in canonical form",
    "payload-malformed",
    (by) => sealedBy(by, withHeader(next(by), '"v":1', '"v": 1')),
  ],
  [
    "with a member that is not known",
    "payload-malformed",
    (by) => sealedBy(by, withHeader(next(by), '"v":1', '"v":1,"x":1')),
  ],
  ["without its padding", "payload-malformed", (by) => sealedBy(by, next(by).subarray(0, -1))],
  ["dated tomorrow", "dated-ahead", (by) => sealedBy(by, next(by, { asOf: "2026-11-23" as Day }))],
  ["dated in 2030", "dated-ahead", (by) => sealedBy(by, next(by, { asOf: "2030-01-01" as Day }))],
  [
    "that does not name the reader",
    "committee-without-us",
    (by) =>
      sealedBy(
        by,
        next(by, { members: by.committee.members.filter(({ handle }) => handle !== "heron") }),
      ),
  ],
  [
    "with what is no certificate",
    "payload-malformed",
    (by) => sealedBy(by, next(by, withCertificate(by, "wren", new Uint8Array(300)))),
  ],
  [
    "with the secret key of a member in it",
    "payload-malformed",
    (by) => sealedBy(by, next(by, withCertificate(by, "rowan", by.identity.secret))),
  ],
  [
    "with what somebody else certified about a member",
    "payload-malformed",
    async (by) => {
      const key = await readKey({ binaryKey: by.identity.certificate });
      const other = await readPrivateKey({ binaryKey: await stranger() });
      const certified = (await key.signAllUsers([other])).write();
      return sealedBy(by, next(by, withCertificate(by, "rowan", certified)));
    },
  ],
  [
    "with one key for two members",
    "payload-malformed",
    (by) => sealedBy(by, next(by, withCertificate(by, "wren", by.identity.certificate))),
  ],
];

/** Refused by whoever has the number before. */
export const badNextNumbers: readonly BadNumber[] = [
  [
    "of another campaign",
    "campaign-other",
    (by) => {
      const definition = { ...by.committee.definition, id: "6f0c9e1e-7c55-4a0e-9d6c-3f8a7a1b2c3d" };
      return sealedBy(by, next(by, { definition }));
    },
  ],
  [
    "two numbers ahead",
    "committee-gap",
    (by) => sealedBy(by, next(by, { number: 3, prev: other })),
  ],
  [
    "that goes on from another one",
    "committee-other-branch",
    (by) => sealedBy(by, next(by, { prev: other })),
  ],
];
