/** A preview that is longer than the screen: when it goes through a pager, and that it is printed otherwise. */
import { beforeAll, describe, expect, it } from "vitest";

import { letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

let world: LetterWorld;
let printed: string;

const preview = ["letter", "preview", "first"];

interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs on a terminal; also gives what its pager was shown, which is left as `left` says. */
const onTerminal = async (
  rows: number | undefined,
  left: boolean,
  ...args: readonly string[]
): Promise<{ readonly ran: Ran; readonly shown: readonly string[] }> => {
  const shown: string[] = [];
  world.onTerminal(true, rows, {
    show: async (text) => {
      shown.push(text);
      return left;
    },
  });
  const ran = await world.pledge(...args);
  world.onTerminal(false);
  return { ran, shown };
};

beforeAll(async () => {
  world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands", "--name", "first");
  await world.pledge("letter", "freeze", "first", "--yes");
  await world.pledge("confirm", "zoe");
  printed = (await world.pledge(...preview)).stdout;
});

describe("a preview on a terminal", () => {
  it("goes through a pager where it is longer than the screen, with the notes after it", async () => {
    const { ran, shown } = await onTerminal(30, true, ...preview);
    expect(shown).toEqual([printed]);
    expect(printed).toContain("Zoë Voorbeeld");
    expect(ran).toMatchObject({ exitCode: 0, stdout: "" });
    expect(ran.stderr).toContain("1 person signed it");
  });

  it("is printed once where the pager fails", async () => {
    const { ran, shown } = await onTerminal(30, false, ...preview);
    expect(shown).toHaveLength(1);
    expect(ran).toMatchObject({ exitCode: 0, stdout: printed });
  });

  it("is printed where it fits, line by line", async () => {
    const lines = printed.split("\n").length - 1;
    const fitting = await onTerminal(lines + 1, true, ...preview);
    expect(fitting.shown).toEqual([]);
    expect(fitting.ran.stdout).toBe(printed);
    expect((await onTerminal(lines, true, ...preview)).shown).toHaveLength(1);
  });

  it("is printed under --no-input and --json, on a terminal without rows, and without a pager", async () => {
    for (const option of ["--no-input", "--json"]) {
      const { ran, shown } = await onTerminal(5, true, ...preview, option);
      expect(shown, option).toEqual([]);
      expect(ran.stdout).toContain("Voorbeeld");
    }
    expect((await onTerminal(undefined, true, ...preview)).ran.stdout).toBe(printed);
    world.onTerminal(true, 5);
    expect((await world.pledge(...preview)).stdout).toBe(printed);
    world.onTerminal(false, 5, { show: () => Promise.reject(new Error("not asked for")) });
    expect((await world.pledge(...preview)).stdout).toBe(printed);
  });
});
