/** A shared text in a language in which there are no words for what stands outside it. Sample data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";

import type { LetterName } from "../../../src/domain/letters/letter.ts";
import { markerOf, outsideBlocks } from "../../../src/domain/letters/outside.ts";
import { done, masked } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { insideOf, nextNumberBy, put, today } from "../committee/forge.ts";
import { freshCommittee } from "../committee/fresh-committee.ts";
import { named, signWith } from "./signing-world.ts";

const text = "Exigimos que terminem os contratos.\n";
const markdown = `${outsideBlocks.map(markerOf).join("\n\n")}\n\n${text}`;

let rowan: TestWorld;

const member = freshCommittee(
  { founder: "rowan", joiners: ["heron"] },
  async ({ rowan: world }) => {
    if (world === undefined) throw new Error("nobody has founded it");
    const shared = {
      letter: "first" as LetterName,
      template: "carta",
      title: "Carta",
      language: "pt",
      place: "Cidade",
      markdown,
      frozenOn: today,
    };
    const number = await nextNumberBy(await insideOf(world), { texts: [shared] });
    await done(world, "merge", put(world, "two.pledge", number));
    await signWith(world, [named("Ana Gómez")]);
  },
);

beforeEach(() => {
  rowan = member("rowan");
});

describe("a shared text in Portuguese", () => {
  it("is kept, listed and signed", async () => {
    expect(await done(rowan, "letter", "list")).toContain("signed by 1 person");
  });

  it("is shown alone, with what is missing around it", async () => {
    expect(masked(await rowan.transcript("letter", "preview", "first"))).toMatchInlineSnapshot(`
      "$ pledge letter preview first
      Exigimos que terminem os contratos.

      ! pledge has no words in Portuguese for what stands outside the text: the place
      ! and date, how many signed and the signatories are left out. Add them by hand
      ! before it goes out.
      ! Fixed on 2026-11-22 (text <16 digits>); 1 person signed it.
      [exit 0]"
    `);
    expect(JSON.parse(await done(rowan, "letter", "preview", "first", "--json"))).toMatchObject({
      content: text,
      textAlone: true,
    });
  });

  it("is written alone in every format, and says so before it can be sent", async () => {
    const file = join(rowan.folder, "carta.txt");
    expect(await rowan.transcript("letter", "write", "first", "--format", "txt", "-o", file))
      .toMatchInlineSnapshot(`
        "$ pledge letter write first --format txt -o ~/carta.txt
        ~/carta.txt: the text alone.
        ! pledge has no words in Portuguese for what stands outside the text: the place
        ! and date, how many signed and the signatories are left out. Add them by hand
        ! before it goes out.
        [exit 0]"
      `);
    expect(readFileSync(file, "utf8")).toBe(text);
    for (const format of ["md", "html"]) {
      const { exitCode, stdout, stderr } = await rowan.pledge(
        "letter",
        "write",
        "first",
        "--format",
        format,
      );
      expect(exitCode).toBe(0);
      expect(stdout).toContain(text.trim());
      expect(stdout).not.toMatch(/Ana|signed|Signator|2026/u);
      expect(stderr.replaceAll(/\s+/gu, " ")).toContain("no words in Portuguese");
    }
    expect(
      JSON.parse(await done(rowan, "letter", "write", "first", "--format", "txt", "--json")),
    ).toMatchObject({ content: text, textAlone: true });
  });
});

describe("a text in English", () => {
  it("is not alone", async () => {
    await done(rowan, "letter", "start", "employer-demands", "--name", "second");
    expect(JSON.parse(await done(rowan, "letter", "preview", "second", "--json"))).toMatchObject({
      textAlone: false,
    });
    const { stderr } = await rowan.pledge("letter", "preview", "second");
    expect(stderr).toContain("A draft");
    expect(stderr).not.toContain("no words");
  });
});
