/** What may be on a screen, and what may not be anywhere. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { peopleToAskText } from "../../../src/cli/render/letter-people.ts";
import { noteText } from "../../../src/cli/render/letter-notes.ts";
import type { Person, PersonId } from "../../../src/domain/people/person.ts";
import { testWorld } from "../../support/world.ts";
import { letterWorld } from "./letter-world.ts";

describe("names that are held back", () => {
  it("are in no output and no file of any letter command", async () => {
    const world = await letterWorld();
    const seen: string[] = [];
    const see = async (...args: readonly string[]): Promise<void> => {
      for (const options of [[], ["--json"]]) {
        const { stdout, stderr, exitCode } = await world.pledge("letter", ...args, ...options);
        seen.push(stdout, stderr);
        expect(exitCode, args.join(" ")).toBe(0);
      }
    };
    await world.pledge("letter", "start", "employer-demands", "--name", "first");
    await see("preview", "first");
    await see("start", "employer-demands");
    seen.push((await world.pledge("letter", "freeze", "first", "--yes")).stdout);
    await world.pledge(
      "confirm",
      "quiet-1",
      "quiet-2",
      "sre-1",
      "sre-2",
      "sre-3",
      "sre-4",
      "sre-5",
      "zoe",
    );
    await see("list");
    await see("preview", "first");
    for (const format of ["md", "txt", "html"]) {
      await see("write", "first", "--format", format, "--reask");
      await see(
        "write",
        "first",
        "--format",
        format,
        "-o",
        join(world.folder, `letter.${format}`),
        "--force",
        "--reask",
      );
    }
    await see("write", "first", "--reask");
    seen.push(
      (await world.pledge("letter", "edit", "first", "--set", "answerBy=2027-01-01", "--yes"))
        .stdout,
    );
    const files = readdirSync(world.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "people.json")
      .map(({ name }) => readFileSync(join(world.folder, name), "utf8"));
    expect(files).toHaveLength(2 + 3);
    expect([...seen, ...files].filter((text) => /Secret/iu.test(text))).toEqual([]);
    expect(seen.join("\n")).toContain("Zoë Voorbeeld");
  });

  it("stand beside the ids of those who must be asked on a screen only", () => {
    const id = "abcdefgh" as PersonId;
    const person = (): Person => ({ id, name: "Ana\u001B[2J Gómez" }) as Person;
    expect(peopleToAskText([id], { names: true, person })).toBe("abcdefgh  Ana\uFFFD[2J Gómez");
    expect(peopleToAskText([id], { names: false, person })).toBe("abcdefgh");
    expect(peopleToAskText([id], { names: true, person: () => undefined })).toBe("abcdefgh");
    const other = "zyxwvuts" as PersonId;
    const named = (of: PersonId): Person =>
      ({ id: of, name: of === id ? "Zoë" : "Örnek" }) as Person;
    expect(peopleToAskText([id, other], { names: true, person: named })).toBe(
      "zyxwvuts  Örnek\nabcdefgh  Zoë",
    );
  });
});

describe("a narrow screen", () => {
  it("has what a template asks for in lines of 40 columns", async () => {
    const world = await testWorld({ columns: 40 });
    const { stdout } = await world.pledge("letter", "templates", "employer-demands");
    expect(stdout).toMatch(
      /^employer-demands\n {2}Demands of workers to their employer\n {2}\(kind: employer; written for US, in\n/u,
    );
    expect(stdout).toMatch(/\n {2}- answerBy: a day, needed\. For\n {4}example: /u);
    expect(stdout).toContain("\n  - contact: one line, may be left out.\n");
    expect(stdout.split("\n").filter((line) => line.length > 40)).toEqual([]);
  });

  it("breaks a note between words, and a command that is to be copied nowhere", () => {
    const note = 'To be asked: read it with "pledge letter preview first" and say so.';
    expect(noteText([note, "  and more"], 24, (text) => text.length)).toBe(
      'To be asked: read it\nwith\n"pledge letter preview first"\nand say so.\n  and more',
    );
  });
});
