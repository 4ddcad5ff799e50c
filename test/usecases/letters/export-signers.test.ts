import { beforeEach, describe, expect, it } from "vitest";

import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import { hashes } from "../../../src/adapters/system/hashes.ts";
import type { TextHash } from "../../../src/domain/letters/letter.ts";
import type { StoredSignatory } from "../../../src/domain/letters/store.ts";
import type { Signers } from "../../../src/domain/letters/signers.ts";
import type { Incarnation } from "../../../src/domain/tallies/tally.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { draftSigners, exportSigners } from "../../../src/usecases/letters/export-signers.ts";
import type { SignersDraft } from "../../../src/usecases/letters/export-signers.ts";
import { insideOf, openpgp, today } from "../../cli/committee/forge.ts";
import { freshCommittee } from "../../cli/committee/fresh-committee.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { valueOf } from "./letter-desk.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron", "wren"] });
const text = "a".repeat(64) as TextHash;

const lifeOf = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, "0")}` as Incarnation;

let heron: TestWorld;

beforeEach(() => {
  heron = member("heron");
});

/** Gives the open vault to `work`, and closes it when that is done. */
const withVault = async (work: (vault: Vault) => Promise<void>): Promise<void> => {
  const vaults = createVaults(fastDerive);
  const vault = valueOf(await vaults.open(heron.vaultFolder, { by: "passphrase", passphrase }));
  try {
    await work(vault);
  } finally {
    vault.close();
  }
};

const draftFor = async (vault: Vault, to: string): Promise<SignersDraft> =>
  valueOf(draftSigners({ vault, hashes, universalDay: today }, await insideOf(heron), text, to));

describe("a list of signers on its way out", () => {
  it("does not take a number that another one has taken since it was drafted", () =>
    withVault(async (vault) => {
      const deps = { vault, openpgp, hashes, universalDay: today };
      const inUse = await insideOf(heron);
      const [one, other] = [await draftFor(vault, "rowan"), await draftFor(vault, "wren")];
      expect((await exportSigners(deps, inUse, one, false)).ok).toBe(true);
      const kept = vault.signers.own(text);
      expect(await exportSigners(deps, inUse, other, false)).toEqual({
        ok: false,
        failure: { type: "signers-outdated" },
      });
      expect(vault.signers.own(text)).toEqual(kept);
      expect((await draftFor(vault, "wren")).signers).toMatchObject({
        seq: 2,
        prev: kept?.sha256,
      });
    }));

  it("takes no number where a reader cannot be used, who is named by the handle", () =>
    withVault(async (vault) => {
      const draft = await draftFor(vault, "rowan");
      const failure = {
        type: "reader-unusable",
        fingerprint: draft.reader.fingerprint,
        why: "revoked",
      } as const;
      const seal = async () => ({ ok: false, failure }) as const;
      const deps = { vault, openpgp: { ...openpgp, seal }, hashes, universalDay: today };
      expect(await exportSigners(deps, await insideOf(heron), draft, false)).toEqual({
        ok: false,
        failure: { ...failure, handle: "rowan" },
      });
      expect(vault.signers.own(text)).toBeUndefined();
    }));

  it.each<[string, Partial<Signers>, string]>([
    [
      "65 lives before it",
      { supersedes: Array.from({ length: 65 }, (_, n) => lifeOf(n)) },
      'line 1: its "supersedes" is not a list of 0 to 64',
    ],
    [
      "nobody it says anything of in its last line",
      { lines: [{ supporter: false }] },
      "line 2: it has neither a name nor a role",
    ],
  ])("takes no number where nobody could read it: %s", (_, changes, what) =>
    withVault(async (vault) => {
      const draft = await draftFor(vault, "rowan");
      const beyond = { ...draft, signers: { ...draft.signers, ...changes } };
      const deps = { vault, openpgp, hashes, universalDay: today };
      expect(await exportSigners(deps, await insideOf(heron), beyond, false)).toEqual({
        ok: false,
        failure: { type: "file-beyond-format", kind: "signers", what },
      });
      expect(vault.signers.own(text)).toBeUndefined();
    }),
  );

  it("has at most 50,000 lines, and leaves nobody out silently", () =>
    withVault(async (vault) => {
      const ana: StoredSignatory = { name: "Ana", display: "named", supporter: false };
      const signatories = (n: number) => () => Array.from({ length: n }, () => ana);
      const inUse = await insideOf(heron);
      const draft = (n: number) => {
        const letters = { ...vault.letters, signatories: signatories(n) };
        const deps = { vault: { ...vault, letters }, hashes, universalDay: today };
        return draftSigners(deps, inUse, text, "rowan");
      };
      expect(draft(50_000).ok).toBe(true);
      expect(draft(50_001)).toEqual({
        ok: false,
        failure: { type: "signers-too-many", most: 50_000 },
      });
    }));
});
