/** Which signatures make the next number of the committee file valid. */
import { enums, reformatKey, revokeKey } from "openpgp";
import { describe, expect, it } from "vitest";

import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Member } from "../../../src/domain/committee/committee.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import { foreign } from "../../adapters/openpgp/foreign-keys.ts";
import { committeeOf, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, openpgp, outcomesOf, put, sealedBy, today } from "./forge.ts";

describe("who may sign the next number", () => {
  const made = new Date("2026-11-01T00:00:00Z");

  /** A member's key that ended before today, and a copy of it that goes on signing. */
  const expired = async () => {
    const { privateKey } = await foreign({ date: made });
    const ended = await reformatKey({
      privateKey,
      userIDs: [{ name: "sage" }],
      keyExpirationTime: 10 * 86_400,
      date: made,
      format: "object",
    });
    return { secret: privateKey.write(), certificate: ended.publicKey.write() };
  };

  /** The same, revoked as compromised. */
  const revoked = async () => {
    const { privateKey } = await foreign({ date: made });
    const { publicKey } = await revokeKey({
      key: privateKey,
      reasonForRevocation: { flag: enums.reasonForRevocation.keyCompromised, string: "" },
      date: new Date("2026-11-20T00:00:00Z"),
      format: "object",
    });
    return { secret: privateKey.write(), certificate: publicKey.write() };
  };

  const memberOf = async (handle: string, certificate: Uint8Array): Promise<Member> => {
    const read = await openpgp.readCertificate(certificate);
    if (!read.ok) throw new Error(read.failure.type);
    const { fingerprint, bytes } = read.value;
    return { handle: handle as Handle, fingerprint, certificate: bytes, turf: [] };
  };

  it("is as many members of the number before as it needs, with keys that hold", async () => {
    const { rowan, heron, wren } = (await committeeOf({
      founder: "rowan",
      joiners: ["heron", "wren"],
    })) as Record<"rowan" | "heron" | "wren", TestWorld>;
    const inside = await insideOf(rowan);
    const { committee, reference, identity } = inside;
    const [old, stolen] = [await expired(), await revoked()];
    const second = {
      ...nextNumber(committee, reference.hash, {
        asOf: today,
        members: [
          ...committee.members.filter(({ handle }) => handle !== "wren"),
          await memberOf("sage", old.certificate),
          await memberOf("tern", stolen.certificate),
        ],
      }),
      needs: 2,
    };
    const file = put(heron, "2.pledge", await sealedBy(inside, writeCommittee(second)));
    await done(heron, "merge", file);

    const { reference: at, committee: now, identity: own } = await insideOf(heron);
    const third = writeCommittee(nextNumber(now, at.hash, { asOf: today }));
    const by = async (name: string, ...signers: readonly Uint8Array[]): Promise<string> =>
      put(heron, name, await sealedBy(inside, third, { signers }));
    const gone = (await insideOf(wren)).identity.secret;
    const files = [
      await by("removed", identity.secret, gone),
      await by("expired", identity.secret, old.secret),
      await by("revoked", identity.secret, stolen.secret),
      await by("one", identity.secret),
      await by("two", identity.secret, own.secret),
      await by("again", own.secret, identity.secret),
    ];
    const { stdout } = await heron.pledge("merge", ...files, "--json");
    expect(outcomesOf(stdout)).toEqual([
      "removed refused signer-removed",
      "expired refused signer-expired",
      "revoked refused signer-revoked",
      "one waiting",
      "two merged",
      "again duplicate",
    ]);
    const shown = JSON.parse(await done(heron, "committee", "show", "--json")) as object;
    expect(shown).toMatchObject({ number: 3, needs: 2, signers: ["rowan", "heron"] });
    // One member alone can only propose the next one.
    const proposing = ["committee", "remove", "sage", "tern", "--yes", "--json"];
    const { exitCode, stdout: proposed } = await heron.pledge(...proposing);
    expect(exitCode).toBe(0);
    expect(JSON.parse(proposed)).toMatchObject({ proposed: { number: 4 }, missing: 1 });
  });
});
