/** Bundles that nobody must take in, and bundles in bundles. */
import { beforeAll, describe, expect, it } from "vitest";

import type { Day } from "../../../src/domain/day.ts";
import type { Bundle, BundlePart } from "../../../src/domain/relay/bundle.ts";
import type { Hash, Incarnation } from "../../../src/domain/tallies/tally.ts";
import type { CommitteeInUse } from "../../../src/usecases/committee/committee-in-use.ts";
import { done } from "../../support/committee-world.ts";
import { bundleBy, bundleFile, bundlePart, tallyPart } from "./forge-bundle.ts";
import { insideOf, lineOf, outcomesOf, put } from "./forge.ts";
import { relayingCommittees } from "./relaying.ts";
import type { Relaying } from "./relaying.ts";

let worlds: Relaying;
let us: CommitteeInUse;
let heron: CommitteeInUse;
let finch: CommitteeInUse;

beforeAll(async () => {
  worlds = await relayingCommittees();
  const { rowan } = worlds;
  [us, heron, finch] = [
    await insideOf(rowan),
    await insideOf(worlds.heron),
    await insideOf(worlds.finch),
  ];
});

const merged = async (bundle: Bundle, by = heron): Promise<string> => {
  const { rowan } = worlds;
  const path = put(rowan, "bundle", await bundleFile(by, us, bundle));
  const { stdout } = await rowan.pledge("merge", path, "--json");
  return outcomesOf(stdout).join();
};

/** Of heron, for rowan. */
const withParts = (parts: readonly BundlePart[], changes: Partial<Bundle> = {}): Bundle =>
  bundleBy(heron, [us.identity.fingerprint], parts, changes);

const whyNot = async (bundle: Bundle): Promise<string> => {
  const { rowan } = worlds;
  const path = put(rowan, "bundle", await bundleFile(heron, us, bundle));
  const { stderr, stdout } = await rowan.pledge("merge", path);
  return `${stdout}${stderr}`.replaceAll(/\s+/gu, " ");
};

describe("a bundle", () => {
  it.each<readonly [string, () => Promise<Bundle>]>([
    [
      "whose writer did not say that it may be",
      async () => withParts([await tallyPart(finch, { relay: false })]),
    ],
    [
      "that was not written for whoever passes it on",
      async () => withParts([await tallyPart(finch, { to: [finch.identity.fingerprint] })]),
    ],
    [
      "whose signature does not fit",
      async () => withParts([await tallyPart(finch, {}, heron.identity.secret)]),
    ],
    [
      "of another campaign",
      async () =>
        withParts([await tallyPart(finch, { campaign: "7b2a9b52-9f36-4d51-8c1e-5a3f4f5d6e70" })]),
    ],
    [
      "of a day that has not come yet",
      async () => withParts([await tallyPart(finch, { asOf: "2026-12-01" as Day })]),
    ],
    [
      "another committee file than the one it names",
      async () =>
        withParts([await tallyPart(finch)], {
          committee: { number: 1, hash: "0".repeat(64) as Hash },
        }),
    ],
    [
      "a file that is damaged",
      async () => withParts([{ ...(await tallyPart(finch)), sha256: "0".repeat(64) as Hash }]),
    ],
    [
      "of whom it has no certificate",
      async () => {
        const stranger = { ...heron, committee: us.committee, reference: us.reference };
        return withParts(
          [
            await tallyPart(finch, {
              to: [finch, heron].map(({ identity }) => identity.fingerprint).toSorted(),
            }),
          ],
          {
            committee: us.reference,
            committeeFile: bundleBy(stranger, [], []).committeeFile,
          },
        );
      },
    ],
    [
      "deeper than any of ours",
      async () => {
        let inner = withParts([await tallyPart(finch)], { relay: true });
        for (let depth = 0; depth < 4; depth += 1)
          inner = withParts([await bundlePart(heron, inner)], { relay: true });
        return inner;
      },
    ],
  ])("is refused with a tally %s", async (what, make) => {
    const bundle = await make();
    expect(await merged(bundle)).toBe("bundle refused relayed-wrong");
    expect(await whyNot(bundle)).toContain(what);
    const { relayed } = JSON.parse(await done(worlds.rowan, "tally", "show", "--json")) as {
      readonly relayed: readonly unknown[];
    };
    expect(relayed).toEqual([]);
  });

  it("is refused where it is not for us, or signed by somebody else, like any file", async () => {
    const parts = [await tallyPart(finch)];
    expect(await merged(bundleBy(heron, [], parts))).toBe("bundle refused reader-other");
    expect(await merged(bundleBy(finch, [us.identity.fingerprint], parts))).toBe(
      "bundle refused signer-other",
    );
    expect(await merged(bundleBy(finch, [us.identity.fingerprint], parts), finch)).toBe(
      "bundle refused signer-unknown",
    );
  });
});

describe("a bundle in a bundle", () => {
  it("is counted as the word of whom we know, and of the innermost of these", async () => {
    const lines = [lineOf("one", "cloud"), lineOf("another", "cloud")];
    const inner = bundleBy(
      finch,
      [heron.identity.fingerprint],
      [await tallyPart(finch, { lines })],
      {
        relay: true,
      },
    );
    // Its writer passes on a tally of her own: nobody forbids that, and it is her word all the same.
    expect(await merged(withParts([await bundlePart(finch, inner)]))).toBe("bundle merged");
    const { relayed } = JSON.parse(await done(worlds.rowan, "tally", "show", "--json")) as {
      readonly relayed: readonly unknown[];
    };
    expect(relayed).toMatchObject([{ handle: "heron", writers: 1, people: 2 }]);
  });

  it("is no longer counted where a later bundle leaves it out, in whatever order they come", async () => {
    const later = withParts([await tallyPart(finch, { lines: [lineOf("one")] })], {
      seq: 6,
      prev: "1".repeat(64) as Hash,
    });
    await merged(later);
    const { relayed } = JSON.parse(await done(worlds.rowan, "tally", "show", "--json")) as {
      readonly relayed: readonly unknown[];
    };
    expect(relayed).toMatchObject([{ handle: "heron", writers: 1, people: 1 }]);
    const earlier = { seq: 4, prev: "2".repeat(64) as Hash };
    expect(await merged(withParts([await tallyPart(finch)], earlier))).toBe("bundle stale");
  });

  it("adds to the one before where it says that it leaves some out, until one is whole", async () => {
    const { rowan } = worlds;
    const peopleAfter = async (seq: number, changes: Partial<Bundle>, name: string) => {
      const incarnation = `7b2a9b52-9f36-4d51-8c1e-5a3f4f5d6e7${seq % 10}` as Incarnation;
      const part = await tallyPart(finch, { incarnation, lines: [lineOf(name)] });
      const prev = String(seq).repeat(64).slice(0, 64) as Hash;
      expect(await merged(withParts([part], { seq, prev, ...changes }))).toBe("bundle merged");
      const { relayed } = JSON.parse(await done(rowan, "tally", "show", "--json")) as {
        readonly relayed: readonly { readonly people: number }[];
      };
      return relayed[0]?.people;
    };
    expect(await peopleAfter(12, { partial: true }, "two")).toBe(2);
    expect(await peopleAfter(18, { partial: true }, "three")).toBe(3);
    // One that comes late, and is older than another that leaves some out.
    expect(await peopleAfter(15, { partial: true }, "four")).toBe(4);
    expect(await peopleAfter(20, { partial: false }, "five")).toBe(1);
  });
});
