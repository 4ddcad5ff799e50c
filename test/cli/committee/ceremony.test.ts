/** From nothing to the first merged tally of five organizers, all of it typed at terminals: what it takes is counted. */
import { copyFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

import { readAloud } from "../../support/committee-world.ts";
import type { Key } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";
import { outcomesOf } from "./forge.ts";

/** Somebody at a terminal of her own, who chose the six words and types them whenever she is asked. */
interface Organizer {
  readonly world: TestWorld;
  /** Runs the command with these answers; it must succeed. */
  readonly types: (
    answers: Parameters<TestWorld["answers"]>[0],
    ...args: readonly string[]
  ) => Promise<string>;
  readonly at: (name: string) => string;
}

const passphraseAsked = "Passphrase of the vault";

const evening = () => {
  const count = { commands: 0, carried: 0 };
  const conversations = new Set<string>();
  const organizer = async (seed: number): Promise<Organizer> => {
    const world = await testWorld({ seed });
    return {
      world,
      at: (name) => join(world.folder, name),
      types: async (answers, ...args) => {
        // Recording people is what the evening is for, and counts for itself.
        if (args[0] !== "add") count.commands += 1;
        world.answers(answers);
        const { exitCode, stdout, stderr } = await world.pledge("--passphrase-file", "", ...args);
        expect({ args, exitCode, stderr }).toMatchObject({ exitCode: 0 });
        return stdout;
      },
    };
  };
  const carry = (from: Organizer, to: Organizer, name: string): string => {
    count.carried += 1;
    copyFileSync(from.at(name), to.at(basename(name)));
    return to.at(name);
  };
  return { count, conversations, organizer, carry };
};

const sixWords = (world: TestWorld): string =>
  /^(?:these six words: )(.+)$/u.exec(world.offered()[0] ?? "")?.[1] ?? "";

/** What the organizer types for her vault to open. */
const opens = ({ world }: Organizer): string => sixWords(world);

/** The key of a vault, looked at beside the ceremony. */
const aloud = async (who: Organizer): Promise<(question: string) => string> => {
  const file = who.world.file("six-words", opens(who));
  const { stdout } = await who.world.pledge("--passphrase-file", file, "key", "show", "--json");
  return readAloud(JSON.parse(stdout) as Key);
};

describe("five organizers", () => {
  it("come to a merged tally with 15 commands, 12 carried files and 4 conversations", async () => {
    const { count, conversations, organizer, carry } = evening();
    const handles = ["heron", "wren", "sage", "tern"];
    const rowan = await organizer(1);
    await rowan.types(["rowan", "No contracts", "Example Corp", "60", "words"], "init");
    const joiners: (readonly [string, Organizer])[] = [];
    for (const [index, handle] of handles.entries()) {
      const who = await organizer(index + 2);
      await who.types([handle, "words"], "join", "-o", who.at(`${handle}.join`));
      joiners.push([handle, who]);
    }

    const files = joiners.map(([handle, who]) => carry(who, rowan, `${handle}.join`));
    const read: ((question: string) => string)[] = [];
    for (const [handle, who] of joiners) {
      conversations.add(handle);
      const words = await aloud(who);
      read.push(words, words);
    }
    const founding = [opens(rowan), ...read];
    await rowan.types(founding, "invite", ...files, "-o", rowan.at("committee.pledge"));
    const founder = await aloud(rowan);

    for (const [handle, who] of joiners) {
      // In the same conversation, the other way round.
      conversations.add(handle);
      const file = carry(rowan, who, "committee.pledge");
      const shown = await who.types([opens(who), founder, founder], "join", file);
      expect(shown).toContain("You are in: No contracts (Example Corp)");
      const people = who.world.file(
        "p.json",
        JSON.stringify([{ name: "Sample Name", actions: ["sign"] }]),
      );
      await who.types([opens(who)], "add", "--from", people);
      await who.types([opens(who)], "tally", "export", "-o", who.at(`${handle}.tally`));
    }

    const tallies = joiners.map(([handle, who]) => carry(who, rowan, `${handle}.tally`));
    const merged = await rowan.types([opens(rowan)], "merge", ...tallies, "--json");
    expect(outcomesOf(merged)).toEqual(handles.map((handle) => `${handle}.tally merged`));

    expect({ ...count, conversations: conversations.size }).toEqual({
      commands: 15,
      carried: 12,
      conversations: 4,
    });
    // Joining takes the six words without typing them; join FILE, add and tally export each ask for them.
    const asked = joiners.map(([, { world }]) =>
      world.questions().filter((one) => one === passphraseAsked),
    );
    expect(asked.map(({ length }) => length)).toEqual([3, 3, 3, 3]);
  });
});
