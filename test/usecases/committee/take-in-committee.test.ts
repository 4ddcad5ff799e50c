/** Numbers of the committee file come in any order, more than once, and some of them contradict each other. */
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { hashes } from "../../../src/adapters/system/hashes.ts";
import { createVaults } from "../../../src/adapters/vault/vaults.ts";
import type { Committee } from "../../../src/domain/committee/committee.ts";
import { nextNumber } from "../../../src/domain/committee/next-number.ts";
import { writeCommittee } from "../../../src/domain/committee/write-committee.ts";
import type { Unsealed } from "../../../src/domain/sealing/ports.ts";
import type { Hash } from "../../../src/domain/tallies/tally.ts";
import { toHex } from "../../../src/domain/text/bytes.ts";
import type { Vault } from "../../../src/domain/vault/vault.ts";
import { committeeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { takeInCommittee } from "../../../src/usecases/committee/take-in-committee.ts";
import { insideOf, openpgp, today } from "../../cli/committee/forge.ts";
import { committeeOf } from "../../support/committee-world.ts";
import { fastDerive } from "../../support/fast-derive.ts";
import { passphrase } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const vaults = createVaults(fastDerive);

interface Made {
  readonly committee: Committee;
  readonly hash: Hash;
  readonly unsealed: Unsealed;
}

let wren: TestWorld;
/** 2 and 3 by the founder; another 3 by heron; 4 upon the founder's 3. */
let numbers: Readonly<Record<"two" | "three" | "other" | "four", Made>>;

beforeAll(async () => {
  const worlds = await committeeOf({ founder: "rowan", joiners: ["heron", "wren"] });
  wren = worlds["wren"] as TestWorld;
  const [rowan, heron] = await Promise.all([
    insideOf(worlds["rowan"] as TestWorld),
    insideOf(worlds["heron"] as TestWorld),
  ]);
  const make = async (
    before: { readonly committee: Committee; readonly hash: Hash },
    size: number,
    secret: Uint8Array,
  ): Promise<Made> => {
    const { definition } = before.committee;
    const committee = nextNumber(before.committee, before.hash, {
      asOf: today,
      definition: { ...definition, unit: { ...definition.unit, size } },
    });
    const payload = writeCommittee(committee);
    const signatures = [await openpgp.sign(payload, secret, today)];
    const hash = toHex(hashes.sha256(payload)) as Hash;
    return { committee, hash, unsealed: { payload, signatures } };
  };
  const first = { committee: rowan.committee, hash: rowan.reference.hash };
  const two = await make(first, 200, rowan.identity.secret);
  const three = await make(two, 300, rowan.identity.secret);
  const other = await make(two, 333, heron.identity.secret);
  const four = await make(three, 400, rowan.identity.secret);
  numbers = { two, three, other, four };
});

/** Works in a copy of wren's vault, which has number 1. */
const inCopy = async <T>(work: (vault: Vault) => Promise<T>): Promise<T> => {
  const folder = join(wren.folder, "copy");
  rmSync(folder, { recursive: true, force: true });
  cpSync(wren.vaultFolder, folder, { recursive: true });
  const vault = await vaults.open(folder, { by: "passphrase", passphrase });
  if (!vault.ok) throw new Error(vault.failure.type);
  try {
    return await work(vault.value);
  } finally {
    vault.value.close();
  }
};

type Name = keyof typeof numbers;

const takeIn = async (vault: Vault, name: Name): Promise<string> => {
  const deps = { vault, openpgp, hashes, universalDay: today };
  const taken = await takeInCommittee(deps, numbers[name].unsealed);
  return taken.ok ? taken.value.outcome : taken.failure.type;
};

const stateOf = (vault: Vault) => {
  const inUse = committeeInUse(vault);
  if (!inUse.ok) throw new Error(inUse.failure.type);
  const { reference, forks } = inUse.value;
  return {
    kept: vault.committee.all().map(({ sha256 }) => sha256),
    reference,
    forks,
    size: vault.campaign.get().unit.size,
  };
};

describe("numbers that are taken in", () => {
  it("go on one after the other, and each is said to be there when it comes again", async () => {
    await inCopy(async (vault) => {
      const outcomes: string[] = [];
      for (const name of ["three", "two", "two", "three", "four"] as const)
        outcomes.push(await takeIn(vault, name));
      expect(outcomes).toEqual(["committee-gap", "merged", "duplicate", "merged", "merged"]);
      expect(stateOf(vault)).toMatchObject({ reference: { number: 4 }, forks: [], size: 400 });
    });
  });

  it("take the vault back to the last one that nobody contradicts", async () => {
    await inCopy(async (vault) => {
      for (const name of ["two", "three", "four"] as const) await takeIn(vault, name);
      expect(await takeIn(vault, "other")).toBe("fork");
      const { reference, forks, size } = stateOf(vault);
      expect({ number: reference.number, size }).toEqual({ number: 2, size: 200 });
      expect(new Set(forks.map(({ hash }) => hash))).toEqual(
        new Set([numbers.three.hash, numbers.other.hash]),
      );
    });
  });

  it("come to one state in any order, with any of them twice", async () => {
    const names = ["two", "three", "other", "four"] as const;
    const expected = await inCopy(async (vault) => {
      for (const name of names) await takeIn(vault, name);
      return stateOf(vault);
    });
    expect(expected.kept).toHaveLength(5);
    const order = fc.tuple(
      fc.array(fc.constantFrom(...names), { maxLength: 4 }),
      fc.shuffledSubarray([...names], { minLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(order, async ([first, all]) => {
        const state = await inCopy(async (vault) => {
          for (const name of first) await takeIn(vault, name);
          // A number that comes before its turn is refused, and comes again.
          for (const name of [...all, ...all, ...all]) await takeIn(vault, name);
          return stateOf(vault);
        });
        expect(state).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it("are refused in a vault that is in no committee", async () => {
    await inCopy(async (vault) => {
      const alone: Vault = { ...vault, committee: { ...vault.committee, all: () => [] } };
      expect(await takeIn(alone, "two")).toBe("committee-gap");
      const keyless: Vault = { ...vault, identity: { ...vault.identity, get: () => undefined } };
      expect(await takeIn(keyless, "two")).toBe("seal-not-for-us");
    });
  });
});
