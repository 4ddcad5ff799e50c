import { describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { Handle } from "../../../src/domain/campaign/campaign.ts";
import type { Committee, SharedText } from "../../../src/domain/committee/committee.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";
import type { Fingerprint } from "../../../src/domain/sealing/certificate.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { ensureIdentity } from "../../../src/usecases/committee/ensure-identity.ts";
import { exportNumber } from "../../../src/usecases/committee/export-number.ts";
import { committeeToChange, makeNumber } from "../../../src/usecases/committee/make-number.ts";
import { openpgp, today } from "../../cli/committee/forge.ts";
import { committeeOf } from "../../support/committee-world.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { seededRandomness } from "../../support/seeded-randomness.ts";
import { passphrase, testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const vaults = createVaults(fastDerive);

/** Works in the vault of a world for as long as it takes. */
const opened = async <T>(world: TestWorld, work: (vault: Vault) => Promise<T>): Promise<T> => {
  const vault = await vaults.open(world.vaultFolder, { by: "passphrase", passphrase });
  if (!vault.ok) throw new Error(vault.failure.type);
  try {
    return await work(vault.value);
  } finally {
    vault.value.close();
  }
};

const founded = async (): Promise<TestWorld> =>
  (await committeeOf({ founder: "rowan", joiners: ["heron"] }))["rowan"] as TestWorld;

const depsOf = (vault: Vault) => ({ vault, openpgp, hashes, universalDay: today });

describe("the next number of the committee file", () => {
  it("is made by one of two who began it at the same time, and by nobody else", async () => {
    const world = await founded();
    await opened(world, async (vault) => {
      const inUse = committeeToChange(vault);
      if (!inUse.ok) throw new Error(inUse.failure.type);
      const { committee, reference, identity } = inUse.value;
      const next = nextNumber(committee, reference.hash, { asOf: today });
      const both = await Promise.all(
        [1, 2].map((size) =>
          makeNumber(depsOf(vault), identity, {
            ...next,
            definition: { ...next.definition, unit: { ...next.definition.unit, size } },
          }),
        ),
      );
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { type: "committee-moved" } });
      expect(vault.committee.all().map(({ number }) => number)).toEqual([1, 2]);
      expect(vault.campaign.get().unit.size).toBeLessThan(3);
    });
  });

  const text = (changes: Partial<SharedText> = {}): SharedText => ({
    letter: "first" as LetterName,
    template: "t",
    title: "T",
    language: "en",
    markdown: "Drop the contracts.",
    frozenOn: today,
    ...changes,
  });

  it.each<[string, (next: Committee) => Partial<Committee>, object]>([
    [
      "a letter that is too long",
      () => ({
        texts: [text(), text({ letter: "long" as LetterName, markdown: "x".repeat(70_000) })],
      }),
      { type: "letter-beyond-format", letter: "long", what: "the text is too long" },
    ],
    [
      "a letter that is too complicated",
      () => ({ texts: [text({ markdown: "> ".repeat(3000) + "x" })] }),
      {
        type: "letter-beyond-format",
        letter: "first",
        what: "the text holds more markup than a letter needs",
      },
    ],
    [
      "too many letters",
      () => ({
        texts: Array.from({ length: 101 }, (_, n) =>
          text({ letter: `l${String(n).padStart(3, "0")}` as LetterName }),
        ),
      }),
      { type: "file-beyond-format", kind: "committee", what: "line 104: there are too many texts" },
    ],
    [
      "too many members",
      ({ members }) => ({
        members: [
          ...members,
          ...Array.from({ length: 255 }, (_, n) => ({
            handle: `z${String(n).padStart(3, "0")}` as Handle,
            certificate: Uint8Array.of(1),
            fingerprint: String(n).padStart(40, "0") as Fingerprint,
            turf: [],
          })),
        ],
      }),
      {
        type: "file-beyond-format",
        kind: "committee",
        what: "line 258: there are too many members",
      },
    ],
    [
      "the same key twice",
      ({ members }) => ({
        members: members.map((member) => ({
          ...member,
          fingerprint: members[0]?.fingerprint ?? member.fingerprint,
        })),
      }),
      {
        type: "file-beyond-format",
        kind: "committee",
        what: "line 1: two members have the same key",
      },
    ],
    [
      "more than 16 MiB",
      ({ members: [first, second] }) => ({
        members: [first, second].flatMap((member) =>
          member === undefined ? [] : [{ ...member, certificate: new Uint8Array(7 * 1024 * 1024) }],
        ),
      }),
      { type: "file-beyond-format", kind: "committee", what: "it is too long" },
    ],
  ])(
    "is not signed with %s, nothing is kept, and what goes with it is not done",
    async (_, changes, failure) => {
      const world = await founded();
      await opened(world, async (vault) => {
        const inUse = committeeToChange(vault);
        if (!inUse.ok) throw new Error(inUse.failure.type);
        const { committee, reference, identity } = inUse.value;
        const next = nextNumber(committee, reference.hash, { asOf: today });
        const done: string[] = [];
        const sign = async (...given: Parameters<typeof openpgp.sign>) => {
          done.push("signed");
          return openpgp.sign(...given);
        };
        const deps = { ...depsOf(vault), openpgp: { ...openpgp, sign } };
        const made = await makeNumber(deps, identity, { ...next, ...changes(next) }, () => {
          done.push("alongside");
        });
        expect(made).toEqual({ ok: false, failure });
        expect(done).toEqual([]);
        expect(vault.committee.all()).toHaveLength(1);
      });
    },
  );

  it("is not begun by the holder of another key than the vault's", async () => {
    const world = await founded();
    await opened(world, async (vault) => {
      const inUse = committeeToChange(vault);
      if (!inUse.ok) throw new Error(inUse.failure.type);
      const { committee, reference, identity } = inUse.value;
      const other = await openpgp.makeKey(identity.handle, today);
      const next = nextNumber(committee, reference.hash, { asOf: today });
      const { fingerprint } = other.certificate;
      const made = await makeNumber(depsOf(vault), { ...identity, fingerprint }, next);
      expect(made).toMatchObject({ failure: { type: "committee-moved" } });
    });
  });
});

describe("a number that is kept", () => {
  it("is not written again by digits with which another one begins too", async () => {
    const world = await founded();
    await opened(world, async (vault) => {
      const [kept] = vault.committee.all();
      if (kept === undefined) throw new Error("number 1 is kept");
      const digits = kept.sha256.slice(0, 10);
      const other = `${digits}${"0".repeat(54)}` as typeof kept.sha256;
      const all = () => [kept, { ...kept, sha256: other, anchor: false }];
      const both: Vault = { ...vault, committee: { ...vault.committee, all } };
      const wish = { without: [], named: false };
      const written = (hash: string, from: Vault) => exportNumber(depsOf(from), { ...wish, hash });
      expect(await written(digits, both)).toEqual({
        ok: false,
        failure: { type: "number-unknown" },
      });
      expect(await written(digits, vault)).toMatchObject({ value: { reference: { number: 1 } } });
    });
  });
});

describe("the key of a founder", () => {
  it("is made once, under the handle of the campaign, also when two ask for it at once", async () => {
    const world = await testWorld();
    await world.init();
    await opened(world, async (vault) => {
      const deps = { vault, openpgp, random: seededRandomness(1), universalDay: today };
      const [one, two] = await Promise.all([ensureIdentity(deps), ensureIdentity(deps)]);
      expect(one).toEqual(two);
      expect(await ensureIdentity(deps)).toEqual(one);
      expect(one.handle).toBe("rowan");
      expect(one.exchangeName).toMatch(/^[0-9a-f]{16}$/u);
      expect(one.incarnation).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/u);
    });
  });
});
