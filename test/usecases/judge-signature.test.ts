import { describe, expect, it } from "vitest";

import type { Handle } from "../../src/domain/campaign/campaign.ts";
import type { Committee, Member } from "../../src/domain/committee/committee.ts";
import type { Fingerprint } from "../../src/domain/sealing/certificate.ts";
import type { Verdict } from "../../src/domain/sealing/failures.ts";
import type { CommitteeInUse } from "../../src/usecases/committee/committee-in-use.ts";
import { judgeSignature } from "../../src/usecases/judge-signature.ts";

/** A member whose certificate is one byte, by which `verdicts` know it. */
const member = (handle: string, byte: number): Member => ({
  handle: handle as Handle,
  fingerprint: String(byte).padStart(40, "0") as Fingerprint,
  certificate: Uint8Array.of(byte),
  turf: [],
});

const rowan = member("rowan", 1);
const heron = member("heron", 2);
const wren = member("wren", 3);

const committeeOf = (...numbers: readonly (readonly Member[])[]): CommitteeInUse => {
  const chain = numbers.map((members) => ({ members }) as unknown as Committee);
  return { chain, committee: chain.at(-1) } as unknown as CommitteeInUse;
};

const payload = Uint8Array.of(9);
const signature = Uint8Array.of(8);

const judge = async (
  inUse: CommitteeInUse,
  verdicts: Readonly<Record<number, Verdict>>,
  signatures: readonly Uint8Array[] = [signature],
) => {
  const asked: number[] = [];
  const result = await judgeSignature(
    {
      verify: async (bytes, packet, certificate) => {
        expect([bytes, packet]).toEqual([payload, signature]);
        asked.push(certificate[0] ?? 0);
        return verdicts[certificate[0] ?? 0] ?? "other-key";
      },
    },
    inUse,
    { payload, signatures },
  );
  return { asked, given: result.ok ? result.value.handle : result.failure };
};

describe("whose signature is under a file", () => {
  const both = committeeOf([rowan, heron]);

  it("is the member's whose certificate verifies it", async () => {
    expect(await judge(both, { 2: "good" })).toEqual({ asked: [1, 2], given: "heron" });
  });

  it("is nobody's where there is none, and nobody's where there are two", async () => {
    expect((await judge(both, { 1: "good" }, [])).given).toEqual({ type: "unsigned" });
    const twice = await judge(both, { 1: "good" }, [signature, signature]);
    expect(twice).toEqual({ asked: [], given: { type: "signed-twice" } });
  });

  it.each([
    ["bad", { type: "signature-bad" }],
    ["ahead", { type: "signature-ahead" }],
    ["expired", { type: "signer-expired", handle: "heron" }],
    ["revoked", { type: "signer-revoked", handle: "heron" }],
  ] as const)("counts for nothing where it is %s", async (verdict, failure) => {
    expect((await judge(both, { 2: verdict })).given).toEqual(failure);
  });

  it("is a stranger's where no certificate here made it", async () => {
    expect((await judge(both, {})).given).toEqual({ type: "signer-unknown" });
  });

  it.each(["good", "bad", "expired", "revoked"] as const)(
    "is a removed member's where only a former certificate made it, even a %s one",
    async (verdict) => {
      const removed = committeeOf([rowan, heron, wren], [rowan, heron]);
      expect(await judge(removed, { 3: verdict })).toEqual({
        asked: [1, 2, 3],
        given: { type: "signer-removed", handle: "wren" },
      });
    },
  );

  it("is judged by the certificate of now where a member's was renewed", async () => {
    const renewed = { ...heron, certificate: Uint8Array.of(4) };
    const inUse = committeeOf([rowan, heron], [rowan, renewed]);
    expect(await judge(inUse, { 2: "expired", 4: "good" })).toEqual({
      asked: [1, 4],
      given: "heron",
    });
  });
});
