/** Somebody with a code and a list: whether she is counted, and what that means. All people are made up. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { testWorld } from "../../support/world.ts";
import { at, published, publishingCommittee } from "./publishing.ts";

const worldOf = publishingCommittee();

const stranger = "K7QF-2M9T-XR4D-8WNA";

const firstOf = (world: TestWorld): Promise<{ readonly id: string; readonly code: string }> =>
  world.inVault((vault) => {
    const [person] = vault.people.sameName("Sample one cloud 0", "cloud" as TeamKey);
    if (person === undefined) throw new Error("nobody is there");
    return person;
  });

/** A list of rowan's, and the code of one of her people, with somebody who has no vault. */
const holder = async (columns = 80) => {
  const rowan = worldOf("rowan");
  const list = at(rowan, "r.json");
  await published(rowan, "--first", "-o", at(rowan, "c.json"), "--receipts", list);
  const person = await testWorld({ columns });
  const { code } = await firstOf(rowan);
  return { person, code, list: person.file("r.json", readFileSync(list)) };
};

describe("pledge receipt check", () => {
  it("says that she is counted, and what it means to hold a code", async () => {
    const { person, code, list } = await holder();
    person.answers([code.toLowerCase().replaceAll("-", " ")]);
    expect(await person.transcript("receipt", "check", list)).toMatchInlineSnapshot(`
      "$ pledge receipt check ~/r.json
      Your pledge is counted in this list, of 2026-11-22.

      That is all it shows. It does not show that the others in the list are people:
      some entries are nobody's, put there so that the list has no length to read, and
      whoever writes a list can put in what they like. Who wrote it the signature
      beside it tells, not this command.

      What it means to hold a code:
      - Whoever has your code can ask what you have just asked, of this list and of
        every list to come, and a member of the committee can find your line in every
        tally. So nobody but an organizer to whom you say it yourself should see it.
      - A code that you show proves that you pledged. So nobody can make you prove
        it once you do not have it any more: you can destroy it now, and still be
        counted. Your organizer has it in her vault.
      - Nobody can tell from a list, a tally or a count whether you have a code. If
        somebody with power over you asks for one: you need not have any, and that you
        never kept one is a whole answer.
      - It takes nothing back, and binds you to nothing. To take your pledge back,
        tell your organizer.
      [exit 0]"
    `);
    expect(person.questions()).toEqual(["Your pledge code (it is kept nowhere)"]);
  });

  it("says that somebody is not, in lines that fit", async () => {
    const { person, list } = await holder(40);
    const from = person.file("code", `${stranger}\n`);
    expect(await person.transcript("receipt", "check", list, "--from", from))
      .toMatchInlineSnapshot(`
      "$ pledge receipt check ~/r.json --from ~/code
      Your pledge is not counted in this list,
      of 2026-11-22.

      It may be that you took it back; that
      you pledged something which that count
      does not show; that what you pledged had
      not come to whoever published it; or
      that the code belongs to another
      campaign. Ask the organizer to whom you
      said it.

      What it means to hold a code:
      - Whoever has your code can ask what
        you have just asked, of this list and
        of every list to come, and a member of
        the committee can find your line in
        every tally. So nobody but an
        organizer to whom you say it yourself
        should see it.
      - A code that you show proves that you
        pledged. So nobody can make you prove
        it once you do not have it any more:
        you can destroy it now, and still be
        counted. Your organizer has it in her
        vault.
      - Nobody can tell from a list, a tally
        or a count whether you have a code. If
        somebody with power over you asks for
        one: you need not have any, and that
        you never kept one is a whole answer.
      - It takes nothing back, and binds you
        to nothing. To take your pledge back,
        tell your organizer.
      [exit 1]"
    `);
  });

  it("answers scripts, from a file or standard input", async () => {
    const { person, code, list } = await holder();
    person.stdin(`${code}\n`);
    const { stdout, exitCode } = await person.pledge(
      "receipt",
      "check",
      list,
      "--from",
      "-",
      "--json",
    );
    expect([JSON.parse(stdout), exitCode]).toMatchObject([
      { v: 1, counted: true, on: "2026-11-22", entries: 256 },
      0,
    ]);
  });

  it("refuses what is no code, and what is no list", async () => {
    const { person, list } = await holder();
    const mistyped = person.file("code", "K7QF-2M9T-XR4D-8WNB");
    expect(await person.transcript("receipt", "check", list, "--from", mistyped))
      .toMatchInlineSnapshot(`
      "$ pledge receipt check ~/r.json --from ~/code
      ! pledge: error: that is no pledge code: a character is wrong, or one is missing
      ! pledge: hint: it has four groups of four letters and digits, like K7QF-2M9T-XR4D-8WNA
      [exit 2]"
    `);
    expect(await person.transcript("receipt", "check", mistyped, "--from", mistyped))
      .toMatchInlineSnapshot(`
      "$ pledge receipt check ~/code --from ~/code
      ! pledge: error: the file is no list of receipts: it is no JSON
      ! pledge: hint: ask for it once more, perhaps by another way; nothing was changed
      [exit 5]"
    `);
    expect(await person.transcript("receipt", "check", list)).toMatchInlineSnapshot(`
      "$ pledge receipt check ~/r.json
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --from FILE
      [exit 2]"
    `);
    person.answers(["no code", stranger]);
    expect((await person.pledge("receipt", "check", list)).exitCode).toBe(1);
    expect(person.said()).toHaveLength(1);
  });

  it("finds nobody who took everything back", async () => {
    const rowan = worldOf("rowan");
    const { id, code } = await firstOf(rowan);
    await done(rowan, "withdraw", id, "--yes");
    const list = at(rowan, "r.json");
    await published(rowan, "--first", "-o", at(rowan, "c.json"), "--receipts", list);
    const from = rowan.file("code", code);
    expect((await rowan.pledge("receipt", "check", list, "--from", from)).exitCode).toBe(1);
  });
});
