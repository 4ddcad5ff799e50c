/** Tallies that nobody must take in: each is refused with its reason, changes nothing, and stops no other file. */
import { beforeEach, describe, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import { writeTally } from "../../../src/domain/tallies/write-tally.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import {
  bytesOf,
  compressedZeros,
  concat,
  messageOf,
  packet,
  times,
} from "../../adapters/openpgp/by-hand.ts";
import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import { badFiles } from "./bad-files.ts";
import { fileOf, lineOf, openpgp, tallyBy } from "./forge.ts";

const { inside, expectMerged, expectRefused } = badFiles();

let us: CommitteeInUse;
let heron: CommitteeInUse;
let wren: CommitteeInUse;

beforeEach(() => {
  [us, heron, wren] = [inside("rowan"), inside("heron"), inside("wren")];
});

const ours = (): Uint8Array => us.identity.certificate;

/** A copy of the bytes in which one bit is another. */
const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe("a file that was damaged on its way", () => {
  it.each([
    ["cut off in its last octet", (file: Uint8Array) => file.subarray(0, -1), "seal-malformed"],
    ["cut off in the middle", (file: Uint8Array) => file.subarray(0, 2000), "seal-malformed"],
    ["cut off in a reader's part", (file: Uint8Array) => file.subarray(0, 50), "seal-malformed"],
    [
      "changed in its last bit",
      (file: Uint8Array) => flipped(file, file.length - 1),
      "seal-malformed",
    ],
    ["changed in the middle", (file: Uint8Array) => flipped(file, 3000), "seal-malformed"],
    [
      "followed by one more octet",
      (file: Uint8Array) => concat(file, bytesOf("\n")),
      "seal-malformed",
    ],
    ["followed by itself", (file: Uint8Array) => concat(file, file), "seal-malformed"],
    [
      "with a packet before it",
      (file: Uint8Array) => concat(packet(10, bytesOf("PGP")), file),
      "seal-malformed",
    ],
  ])("is refused where it is %s", async (_, damage, reason) => {
    await expectRefused(damage(await fileOf(heron, { lines: [lineOf("a")] })), reason);
  });

  it("is refused where its armor is cut off, or has text around it", async () => {
    const armored = await openpgp.armor("message", await fileOf(heron));
    await expectRefused(armored.slice(0, -30), "seal-malformed");
    await expectRefused(`${armored}\nSent from a phone\n`, "seal-malformed");
  });

  it("is refused where it was made to exhaust the reader", async () => {
    const file = await fileOf(heron);
    const sessionKey = packet(1, new Uint8Array(64));
    await expectRefused(concat(times(10_000, sessionKey), file), "seal-unusual");
    const huge = compressedZeros(bytesOf("{"), 400);
    await expectRefused(await messageOf(huge, ours()), "seal-too-large");
  });
});

describe("a file that is not for us", () => {
  it("is refused where it is encrypted to somebody else", async () => {
    const readers = [wren.identity.certificate];
    await expectRefused(await fileOf(heron, {}, { readers }), "seal-not-for-us");
  });

  it("is refused where a reader encrypted it again to us, who are not named in it", async () => {
    const to = [heron.identity.fingerprint, wren.identity.fingerprint].toSorted();
    const file = await fileOf(heron, { to }, { readers: [wren.identity.certificate] });
    const inside = await openpgp.unseal(file, wren.identity.secret);
    if (!inside.ok) throw new Error(inside.failure.type);
    const sealed = await openpgp.seal({
      ...inside.value,
      readers: [ours()],
      named: false,
      day: "2026-11-22" as Day,
    });
    if (!sealed.ok) throw new Error(sealed.failure.type);
    await expectRefused(sealed.value, "reader-other");
  });

  it("is refused where it is of another campaign", async () => {
    const campaign = "00000000-0000-4000-8000-000000000000";
    await expectRefused(await fileOf(heron, { campaign }), "campaign-other");
  });
});

describe("a file by somebody else than it says", () => {
  it("is refused unsigned, signed twice, and signed by a stranger", async () => {
    await expectRefused(await fileOf(heron, {}, { signers: [] }), "unsigned");
    const both = [heron.identity.secret, wren.identity.secret];
    await expectRefused(await fileOf(heron, {}, { signers: both }), "signed-twice");
    const { privateKey } = await foreign({ date: new Date("2026-11-01") });
    const strangers = [privateKey.write()];
    await expectRefused(await fileOf(heron, {}, { signers: strangers }), "signer-unknown");
  });

  it("is refused where another member signed what names the writer", async () => {
    const signers = [wren.identity.secret];
    await expectRefused(await fileOf(heron, {}, { signers }), "signer-other");
  });

  it("is refused where the payload was changed after it was signed", async () => {
    const signed = writeTally(tallyBy(heron));
    const signature = await openpgp.sign(signed, heron.identity.secret, "2026-11-22" as Day);
    const sealed = await openpgp.seal({
      payload: writeTally(tallyBy(heron, { relay: true })),
      signatures: [signature],
      readers: [ours()],
      named: false,
      day: "2026-11-22" as Day,
    });
    if (!sealed.ok) throw new Error(sealed.failure.type);
    await expectRefused(sealed.value, "signature-bad");
  });
});

describe("a file of another day", () => {
  it.each(["2026-11-23", "2030-01-01"])("is refused where it is dated %s", async (day) => {
    await expectRefused(await fileOf(heron, { asOf: day as Day }), "dated-ahead");
  });

  it.each(["2026-11-24", "2030-01-01"])("is refused where it was signed on %s", async (day) => {
    await expectRefused(await fileOf(heron, {}, { signedOn: day as Day }), "signature-ahead");
  });
});

describe("a file that takes the place of another", () => {
  const life = "11111111-1111-4111-8111-111111111111" as Incarnation;

  it("is refused where that is somebody else's: one of ours, of what is held, or of what it saw", async () => {
    const supersedes = [us.identity.incarnation];
    await expectRefused(await fileOf(heron, { supersedes }), "supersedes-foreign");
    const seen = [
      {
        from: wren.identity.fingerprint,
        incarnation: life,
        seq: 1,
        sha256: "a".repeat(64) as Hash,
      },
    ];
    await expectRefused(await fileOf(heron, { supersedes: [life], seen }), "supersedes-foreign");
    const held = [wren.identity.incarnation];
    await expectRefused(await fileOf(heron, { supersedes: held }), "supersedes-foreign");
  });

  it("is refused where the two would take each other's place", async () => {
    const supersedes = [heron.identity.incarnation];
    await expectMerged(await fileOf(heron, { incarnation: life, supersedes }));
    await expectRefused(await fileOf(heron, { supersedes: [life] }), "supersedes-cycle");
  });
});
