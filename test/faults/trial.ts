/** Gives changed files to the commands, and holds them to what was asked: nothing taken in, nothing thrown, no long wait, little memory. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { openpgp } from "../cli/committee/forge.ts";
import { bits, damagesOf } from "./damage.ts";
import type { Damaged } from "./damage.ts";
import { feed, stateOf } from "./feeding.ts";
import { setStage } from "./made-files.ts";
import type { Kind, Stage } from "./made-files.ts";
import { rearrangedArmor, rearrangedPackets } from "./rearranged.ts";
import { recipes } from "./soups.ts";
import { packetsOf, sameForUs } from "./what-counts.ts";
import type { Sort } from "./what-counts.ts";

/** What a run over one kind of file showed. */
export interface Measured {
  readonly cases: number;
  /** Of them those that said to us the very same. */
  readonly taken: number;
  /** Processor time of the longest case, in milliseconds. */
  readonly longest: number;
  /** The most memory that the process had resident until then, in MiB. */
  readonly peak: number;
}

declare module "vitest" {
  interface TaskMeta {
    faults?: Measured;
  }
}

type Form = "binary" | "armored";

/** In one form of one kind of file: fourteen of them make 28,000. */
const leastCases = 2000;

/** In milliseconds of processor time. */
const longestCase = 1000;

/** Resident, in MiB: all of the process, with the tests and what runs them. */
const mostMemory = 300;

const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

/** Our session key's place among the packets, found by leaving the others out. */
const ownPlace = async (file: Uint8Array, { fresh }: Stage): Promise<number> => {
  const packets = packetsOf(file) ?? [];
  const [last] = packets.slice(-1);
  if (last === undefined) throw new Error("a file without packets");
  for (const [place, one] of packets.slice(0, -1).entries()) {
    const alone = Buffer.concat(
      [one, last].map(({ tag, body }) => {
        const head = Buffer.from([0xc0 | tag, 255, 0, 0, 0, 0]);
        head.writeUInt32BE(body.length, 2);
        return Buffer.concat([head, body]);
      }),
    );
    if ((await openpgp.unseal(new Uint8Array(alone), fresh.inUse.identity.secret)).ok) return place;
  }
  throw new Error("nothing in the file is for us");
};

const trialOf = async (stage: Stage, kind: Kind, form: Form) => {
  const { made, fresh, merged } = stage;
  const sort: Sort = kind === "join" ? "certificate" : "message";
  const binary = made[kind];
  const armor = async (bytes: Uint8Array): Promise<Uint8Array> =>
    new TextEncoder().encode(await openpgp.armor(sort, bytes));
  const armored = await armor(binary);
  const file = form === "binary" ? binary : armored;
  const own = sort === "message" ? await ownPlace(binary, stage) : 0;
  const mayBeTaken = sameForUs(binary, { sort, own, isPasted: kind === "add" });
  const first = await feed(kind, merged, file);
  const again = await feed(kind, merged, file);
  const states = new Map([fresh, merged].map((place) => [place, stateOf(place)]));
  const counted = { cases: 0, taken: 0, longest: 0 };

  /** One case. A file that may be taken in goes to the vault that has taken the original in. */
  const attempt = async ({ what, bytes }: Damaged): Promise<void> => {
    if (Buffer.from(bytes).equals(file)) return;
    const same = mayBeTaken(bytes);
    const place = same ? merged : fresh;
    const start = process.cpuUsage();
    const answers = await feed(kind, place, bytes);
    const { user, system } = process.cpuUsage(start);
    counted.cases += 1;
    counted.longest = Math.max(counted.longest, (user + system) / 1000);
    const taken = answers.filter((answer) => answer.taken);
    if (taken.length > 0) {
      counted.taken += 1;
      expect(same, `taken in: ${what}`).toBe(true);
      expect(answers, what).toEqual(again);
    }
    expect(stateOf(place), `the vault has changed: ${what}`).toBe(states.get(place));
    expect(counted.longest, `took too long: ${what}`).toBeLessThanOrEqual(longestCase);
  };
  const original = [...first, ...again].map((one) => (one.taken ? one.outcome : one.why));
  return { file, original, attempt, counted, armor };
};

type Trial = Awaited<ReturnType<typeof trialOf>>;

const others = async ({ made }: Stage, kind: Kind, form: Form): Promise<readonly Uint8Array[]> => {
  const files: Uint8Array[] = [];
  for (const [name, bytes] of Object.entries(made)) {
    if (name === kind) continue;
    const armored = await openpgp.armor(name === "join" ? "certificate" : "message", bytes);
    files.push(form === "binary" ? bytes : new TextEncoder().encode(armored));
  }
  return files;
};

/** Files that fast-check makes, the last of the cases. */
const madeUp = async ({ made, fresh }: Stage, kind: Kind, form: Form, trial: Trial) => {
  const isSigned = kind !== "join" && kind !== "add";
  const any = recipes(made, fresh, isSigned ? made[kind] : undefined);
  await fc.assert(
    fc.asyncProperty(any, async (recipe) => {
      const bytes = await recipe();
      await trial.attempt({
        what: "made up",
        bytes: form === "binary" ? bytes : await trial.armor(bytes),
      });
    }),
    { numRuns: 512 },
  );
};

/** What the commands say of the file as it is, the first time and then. */
const answersToOriginal: Readonly<Record<Kind, Readonly<Record<Form, readonly string[]>>>> = {
  bundle: { binary: ["merged", "duplicate"], armored: ["duplicate", "duplicate"] },
  tally: { binary: ["merged", "duplicate"], armored: ["duplicate", "duplicate"] },
  signers: { binary: ["merged", "duplicate"], armored: ["duplicate", "duplicate"] },
  handover: { binary: ["merged", "duplicate"], armored: ["duplicate", "duplicate"] },
  committee: {
    binary: ["merged", "join", "duplicate", "join"],
    armored: ["duplicate", "join", "duplicate", "join"],
  },
  join: { binary: ["invited", "invited"], armored: ["invited", "invited"] },
  // Nobody pastes octets.
  add: { binary: ["no-block", "no-block"], armored: ["told", "told"] },
};

/** The tests of one kind of file: 2,048 cases in binary and 2,560 in armor, less the changes that by chance change nothing. */
export const describeFaults = (kind: Kind): void => {
  describe(`a changed file: ${kind}`, () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage();
    });

    it.for<Form>(["binary", "armored"])(
      "is refused, or says the very same, and changes nothing: %s",
      async (form, { task }) => {
        const trial = await trialOf(stage, kind, form);
        expect(trial.original).toEqual(answersToOriginal[kind][form]);
        const seed = form === "binary" ? 1 : 2;
        const pieces = await others(stage, kind, form);
        const rearranged =
          form === "binary"
            ? rearrangedPackets(trial.file, pieces, seed)
            : rearrangedArmor(trial.file, seed);
        for (const damaged of [...damagesOf(trial.file, pieces, seed), ...rearranged])
          await trial.attempt(damaged);
        if (form === "armored")
          for (const { what, bytes } of bits(stage.made[kind], 512))
            await trial.attempt({
              what: `${what}, armored again`,
              bytes: await trial.armor(bytes),
            });
        await madeUp(stage, kind, form, trial);
        const { cases, taken, longest } = trial.counted;
        const peak = peakMemory();
        task.meta.faults = { cases, taken, longest, peak };
        expect(cases).toBeGreaterThanOrEqual(leastCases);
        // Else it is not known that a changed file could have been taken in at all.
        expect(taken > 0).toBe(trial.original[0] !== "no-block");
        expect(taken).toBeLessThan(cases / 4);
        expect(peak).toBeLessThanOrEqual(mostMemory);
      },
    );
  });
};
