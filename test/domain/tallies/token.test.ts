import { createHash, createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { newPledgeCode } from "../../../src/domain/pledges/code.ts";
import type { PledgeCode } from "../../../src/domain/pledges/code.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Incarnation } from "../../../src/domain/tallies/tally.ts";
import { proofOf, tokenOf } from "../../../src/domain/tallies/token.ts";
import { canonicalJson } from "../../../src/domain/text/canonical-json.ts";
import { fingerprint, incarnation } from "./any-tally.ts";

const campaign = "6f1c1f6e-0d5a-4c58-9a57-2f8b5c3a9e01";
const code = "K7QF-2M9T-XR4D-8WNA" as PledgeCode;
const source = {
  from: "0123456789abcdef0123456789abcdef01234567" as Fingerprint,
  incarnation: "1e8b5f0a-6c2d-4b7e-8f31-9a0c4d5e6f70" as Incarnation,
};

const anyCode = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => newPledgeCode({ bytes: () => bytes }));

describe("a token", () => {
  // Computed with `printf`, `openssl dgst -sha256 -binary`, `head -c 16` and `base64`.
  it("is what OpenSSL gives", () => {
    expect(tokenOf(hashes, campaign, code)).toBe("tovUOt7_hZf4figKDfky6w");
  });

  it("is the first 16 bytes of SHA-256 over canonical JSON", () => {
    fc.assert(
      fc.property(fc.uuid({ version: 4 }), anyCode, (campaign, code) => {
        const text = canonicalJson(["pledge/v1/token", campaign, code]);
        const digest = createHash("sha256").update(text).digest();
        expect(tokenOf(hashes, campaign, code)).toBe(digest.subarray(0, 16).toString("base64url"));
      }),
    );
  });

  it("is another one in another campaign and for another code", () => {
    const tokens = [
      tokenOf(hashes, campaign, code),
      tokenOf(hashes, campaign.replace("6", "7"), code),
      tokenOf(hashes, campaign, code.replace("K", "M") as PledgeCode),
    ];
    expect(new Set(tokens).size).toBe(3);
  });
});

describe("a proof", () => {
  // Computed with `printf`, `openssl dgst -sha256 -hmac CODE -binary`, `head -c 16` and `base64`.
  it("is what OpenSSL gives", () => {
    expect(proofOf(hashes, code, source)).toBe("rU1MQtCCbdbWJraceybb2Q");
  });

  it("is the first 16 bytes of an HMAC, keyed by the code, over canonical JSON", () => {
    fc.assert(
      fc.property(fingerprint, incarnation, anyCode, (from, incarnation, code) => {
        const text = canonicalJson(["pledge/v1/proof", from, incarnation]);
        const digest = createHmac("sha256", code).update(text).digest();
        expect(proofOf(hashes, code, { from, incarnation })).toBe(
          digest.subarray(0, 16).toString("base64url"),
        );
      }),
    );
  });

  it("is another one from another source and for another code, so that a copied one shows", () => {
    const proofs = [
      proofOf(hashes, code, source),
      proofOf(hashes, code, { ...source, from: "f".repeat(40) as Fingerprint }),
      proofOf(hashes, code, { ...source, incarnation: campaign as Incarnation }),
      proofOf(hashes, code.replace("K", "M") as PledgeCode, source),
    ];
    expect(new Set(proofs).size).toBe(4);
  });
});
