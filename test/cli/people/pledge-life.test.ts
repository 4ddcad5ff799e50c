import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { freezeLetter, withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const ready = async (): Promise<{ readonly world: TestWorld; readonly id: (name: string) => string }> => {
  const world = await testWorld();
  const ids = await withSamplePeople(world);
  return { world, id: (name) => String(ids[name]) };
};

const states = async (world: TestWorld, reference: string): Promise<unknown> => {
  const { stdout } = await world.pledge("show", reference, "--json");
  const { person } = JSON.parse(stdout) as { readonly person: { readonly pledges: readonly { readonly action: string; readonly state: string }[]; readonly signatures: readonly { readonly letter: string }[] } };
  return [...person.pledges.map(({ action, state }) => `${action} ${state}`), ...person.signatures.map(({ letter }) => letter)];
};

describe("confirming", () => {
  it("confirms, and says that no text is fixed yet, while there is none", async () => {
    const { world } = await ready();
    expect(await world.transcript("confirm", "heron")).toMatchInlineSnapshot(`
      "$ pledge confirm heron
      1 person has confirmed: sign.
      ! No letter's text is fixed yet, so no letter lists them: after "pledge letter freeze NAME", confirm again.
      [exit 0]"
    `);
    expect(await states(world, "heron")).toEqual(["sign confirmed", "walkout pledged"]);
  });

  it("puts several signatures under the text that was fixed last, or the letter that is named", async () => {
    const { world, id } = await ready();
    await freezeLetter(world, "first-letter", "a");
    await freezeLetter(world, "second-letter", "b");
    expect(await world.transcript("confirm", "heron", id("李小龙"), "heron")).toMatchInlineSnapshot(`
      "$ pledge confirm heron megqfkxv heron
      2 people have confirmed: sign, to the fixed text of second-letter.
      [exit 0]"
    `);
    await world.pledge("confirm", "heron", "--letter", "first-letter");
    expect(await states(world, "heron")).toEqual(["sign confirmed", "walkout pledged", "first-letter", "second-letter"]);
    const { stdout } = await world.pledge("confirm", "heron", "--json");
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      action: "sign",
      confirmed: [{ id: id("Ana Gómez") }],
      letter: "second-letter",
      text: "b".repeat(64),
    });
  });

  it("confirms another action without any letter", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    expect(await world.transcript("confirm", "heron", "--action", "walkout")).toMatchInlineSnapshot(`
      "$ pledge confirm heron --action walkout
      1 person has confirmed: walkout.
      [exit 0]"
    `);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout confirmed"]);
  });

  it("leaves done what is done", async () => {
    const { world, id } = await ready();
    await world.inVault((vault) => {
      for (const pledge of vault.pledges.of(id("Ana Gómez") as never)) vault.pledges.put({ ...pledge, state: "done" });
    });
    await world.pledge("confirm", "heron");
    expect(await states(world, "heron")).toEqual(["sign done", "walkout done"]);
  });

  it.each([
    ["somebody pledged nothing of the kind", (id: (name: string) => string) => ["heron", id("Kim Roe")], 2],
    ["somebody is not there", () => ["heron", "zzzz"], 2],
    ["the action is not the campaign's", () => ["heron", "--action", "sit-in"], 2],
    ["a letter is named for another action", () => ["heron", "--action", "walkout", "--letter", "first-letter"], 2],
    ["the letter is not there", () => ["heron", "--letter", "third-letter"], 2],
    ["the letter's name is somebody's name", () => ["heron", "--letter", "Ana Gómez"], 2],
  ])("confirms nobody when %s", async (_, args, exitCode) => {
    const { world, id } = await ready();
    await freezeLetter(world);
    const outcome = await world.transcript("confirm", ...args(id));
    expect(outcome.replaceAll(id("Kim Roe"), "kimroeid")).toMatchSnapshot();
    expect(outcome).toMatch(new RegExp(`\\[exit ${exitCode}\\]$`, "u"));
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });

  it("refuses a letter whose text is not fixed", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    await world.inVault((vault) => vault.letters.thaw("first-letter" as never));
    expect((await world.pledge("confirm", "heron", "--letter", "first-letter")).exitCode).toBe(1);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });
});

describe("withdrawing", () => {
  it("asks, takes back one action or all of them, and a signature goes with sign", async () => {
    const { world } = await ready();
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    world.answers([true]);
    expect(await world.transcript("withdraw", "heron", "walkout")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron walkout
      Ana Gómez has taken back: walkout. It counts no more.
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Ana Gómez takes back: walkout. Is that right?"]);
    expect(await states(world, "heron")).toEqual(["sign confirmed", "walkout withdrawn", "first-letter"]);
    const { stdout } = await world.pledge("withdraw", "heron", "--yes", "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, id: expect.any(String), withdrawn: ["sign"] });
    expect(await states(world, "heron")).toEqual(["sign withdrawn", "walkout withdrawn"]);
  });

  it("changes nothing when the answer is no, or when nobody can be asked", async () => {
    const { world } = await ready();
    world.answers([false]);
    expect(await world.transcript("withdraw", "heron")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron
      ! Nothing was changed.
      [exit 1]"
    `);
    expect(await world.transcript("withdraw", "heron", "--no-input")).toMatchInlineSnapshot(`
      "$ pledge withdraw heron --no-input
      ! pledge: error: this needs a yes, and there is nobody to ask
      ! pledge: hint: say it beforehand with --yes
      [exit 2]"
    `);
    expect(await states(world, "heron")).toEqual(["sign pledged", "walkout pledged"]);
  });

  it("says so when there is nothing to take back", async () => {
    const { world, id } = await ready();
    expect((await world.pledge("withdraw", id("Kim Roe"), "--yes")).stderr).toContain("this person has no pledge that stands");
    expect((await world.pledge("withdraw", "heron", "strike", "--yes")).stderr).toContain("this person has no pledge for strike that stands");
    expect((await world.pledge("withdraw", "heron", "Kim Roe", "--yes")).stderr).not.toContain("Kim");
  });

  it("counts a withdrawn pledge no more, until it is made again", async () => {
    const { world } = await ready();
    const signers = async (): Promise<string | undefined> => /"sign","pledged":\{"low":(\d+)/u.exec((await world.pledge("status", "--json")).stdout)?.[1];
    expect(await signers()).toBe("3");
    await world.pledge("withdraw", "heron", "--yes");
    expect(await signers()).toBe("2");
    await world.pledge("edit", "heron", "--from", world.file("again.json", '{"actions":["sign"]}'));
    expect(await signers()).toBe("3");
  });
});

describe("forgetting", () => {
  it("asks, erases the person, and says what still holds them", async () => {
    const { world, id } = await ready();
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    const Ana = id("Ana Gómez");
    world.answers([true]);
    const outcome = await world.transcript("forget", "heron");
    expect(outcome.replaceAll(Ana, "anagomez")).toMatchInlineSnapshot(`
      "$ pledge forget heron
      anagomez is erased from this vault. Backups, other copies of its folder and letters already written still hold them: make a new backup, and destroy the old ones.
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Erase Ana Gómez and all that is noted of them, for good?"]);
    expect((await world.pledge("show", Ana)).exitCode).toBe(2);
    expect((await world.pledge("list", "--json")).stdout).not.toContain("Ana");
    const signatures = await world.inVault((vault) => [vault.letters.signaturesOf(Ana as never), vault.people.assessments(Ana as never), vault.pledges.of(Ana as never)]);
    expect(signatures).toEqual([[], [], []]);
  });

  it("leaves a file that shrank, with its log empty", async () => {
    const { world } = await ready();
    const size = (): number => readFileSync(join(world.vaultFolder, "vault.db")).length;
    const notes = Array.from({ length: 60 }, (_, index) => ({ name: `Sample ${index}`, alias: `s${index}`, note: "x".repeat(4000) }));
    await world.pledge("add", "--from", world.file("more.json", JSON.stringify(notes)));
    const before = size();
    for (let index = 0; index < 5; index += 1) await world.pledge("forget", `s${index}`, "--yes");
    expect(size()).toBeLessThan(before - 5 * 4000);
  });

  it("changes nothing when the answer is no, and prints one document under --json", async () => {
    const { world, id } = await ready();
    world.answers([false]);
    expect((await world.pledge("forget", "heron")).exitCode).toBe(1);
    expect((await world.pledge("show", "heron")).exitCode).toBe(0);
    const { stdout } = await world.pledge("forget", "heron", "--yes", "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, forgotten: { id: id("Ana Gómez") } });
  });
});

describe("assessing", () => {
  it("asks for level and basis, and adds to what was judged before", async () => {
    const { world } = await ready();
    world.answers(["2  will act", "from hearsay"]);
    expect(await world.transcript("assess", "heron")).toMatchInlineSnapshot(`
      "$ pledge assess heron
      Ana Gómez stands at 2, will act (from hearsay).
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Where do they stand, as you see it?", "How do you know?"]);
    const { stdout } = await world.pledge("assess", "heron", "--level", "5", "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, id: expect.any(String), assessment: { level: 5, basis: "conversation", day: "2026-11-22" } });
    const { person } = JSON.parse((await world.pledge("show", "heron", "--json")).stdout) as { readonly person: { readonly assessments: readonly { readonly level: number }[] } };
    expect(person.assessments.map(({ level }) => level)).toEqual([1, 2, 5]);
  });

  it("notes nothing for whoever cannot say yet", async () => {
    const { world, id } = await ready();
    world.answers(["cannot say yet"]);
    expect(await world.transcript("assess", id("Sam Poe").slice(0, 8))).toMatch(/! Nothing was noted\.\n\[exit 0\]$/u);
  });

  it("takes 1 to 5 and no other level", async () => {
    const { world } = await ready();
    expect(await world.transcript("assess", "heron", "--level", "0")).toMatchInlineSnapshot(`
      "$ pledge assess heron --level 0
      ! pledge: error: option '--level <level>' argument '0' is invalid. Allowed choices are 1, 2, 3, 4, 5.
      ! pledge: hint: see "pledge --help", or --help after a command
      [exit 2]"
    `);
    expect((await world.pledge("assess", "heron")).exitCode).toBe(2);
  });
});
