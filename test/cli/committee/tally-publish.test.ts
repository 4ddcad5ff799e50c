/** A count that goes out: what is asked, what is written, and what the next one is held to. All people are made up. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { parseCount } from "../../../src/domain/counts/parse-count.ts";
import { done } from "../../support/committee-world.ts";
import {
  addIn,
  at,
  carryCount,
  exchanged,
  plain,
  published,
  publishingCommittee,
} from "./publishing.ts";

const worldOf = publishingCommittee();

const ledger = (handle: string): Promise<number | undefined> =>
  worldOf(handle).inVault((vault) => vault.counts.last()?.count.number);

describe("pledge tally publish", () => {
  it("says what leaves, asks, and writes the count with a signature beside it", async () => {
    const rowan = worldOf("rowan");
    rowan.answers([true]);
    const shown = await rowan.transcript("tally", "publish", "--first", "-o", at(rowan, "c.html"));
    expect(plain(shown)).toMatchInlineSnapshot(`
      "$ pledge tally publish --first -o ~/c.html
      ~/c.html: count number 1.
      ~/c.html.(8 digits).asc: your signature of it.
      ! Count number 1, for anybody:
      !   sign: at least 150 of about 1,200
      !     in Ads: at least 45 of about 200
      !     in Cloud: at least 80 of about 300
      !     in QA: at least 10 of about 25
      !   walkout: at least 50 of about 1,200
      !     in Ads: at least 15 of about 200
      !     in Cloud: at least 25 of about 300
      ! Whoever publishes next needs it as JSON too: the same command with "--format
      ! json" writes the same count again today.
      [exit 0]"
    `);
    expect(rowan.questions().at(-1)).toMatchInlineSnapshot(
      `"What is published cannot be taken back. Publish it?"`,
    );
    expect(await ledger("rowan")).toBe(1);
    expect(readFileSync(at(rowan, "c.html"), "utf8")).toContain("<td>Cloud</td>");
    expect(await done(rowan, "tally", "attested", at(rowan, "c.html"))).toContain(
      "attested by 1 member of the committee: rowan",
    );
  });

  it("writes nothing, and keeps nothing, without a yes and under --show", async () => {
    const rowan = worldOf("rowan");
    const before = readdirSync(rowan.folder);
    rowan.answers([false]);
    const path = at(rowan, "count.json");
    const refused = await rowan.pledge("tally", "publish", "--first", "-o", path);
    expect([refused.exitCode, refused.stdout]).toEqual([1, ""]);
    const unasked = await rowan.pledge("tally", "publish", "--first", "-o", path);
    expect(unasked.exitCode).toBe(2);
    const looked = await rowan.pledge("tally", "publish", "--first", "--show", "--format", "json");
    expect(parseCount(looked.stdout)).toMatchObject({ ok: true, value: { number: 1 } });
    rowan.onTerminal(true);
    const screen = await rowan.pledge("tally", "publish", "--first", "--format", "csv");
    rowan.onTerminal(false);
    expect(screen.stderr).toContain("Nothing was published");
    rowan.onTerminal(true);
    expect((await rowan.pledge("tally", "publish", "--first")).stdout).toContain("| Cloud | 80 |");
    rowan.onTerminal(false);
    expect(readdirSync(rowan.folder)).toEqual(before);
    expect(await ledger("rowan")).toBeUndefined();
  });

  it("counts as published what went into a pipe", async () => {
    const rowan = worldOf("rowan");
    const piped = await rowan.pledge("tally", "publish", "--first", "--format", "json", "--yes");
    expect(parseCount(piped.stdout)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(piped.stderr).toContain("not signed");
    expect(await ledger("rowan")).toBe(1);
    const answered = await published(rowan, "--format", "md");
    expect(answered.signature).toContain("BEGIN PGP SIGNATURE");
  });

  it("writes one count in several formats, on one day", async () => {
    const rowan = worldOf("rowan");
    await published(rowan, "--first", "-o", at(rowan, "c.md"));
    for (const format of ["json", "csv", "html"])
      expect(await published(rowan, "-o", at(rowan, `c.${format}`))).toMatchObject({ number: 1 });
    for (const format of ["md", "json", "csv", "html"])
      expect(await done(rowan, "tally", "attested", at(rowan, `c.${format}`))).toContain("rowan");
    rowan.today("2026-11-23");
    expect(await published(rowan, "-o", at(rowan, "d.json"))).toMatchObject({ number: 2 });
    rowan.today("2026-11-22");
  });

  it("is held to the count before, and says so", async () => {
    const rowan = worldOf("rowan");
    await published(rowan, "--first", "-o", at(rowan, "1.json"));
    await addIn(rowan, { cloud: 5, ops: 2 }, "two");
    const shown = await rowan.transcript("tally", "publish", "-o", at(rowan, "2.json"), "--yes");
    expect(plain(shown)).toMatchInlineSnapshot(`
      "$ pledge tally publish -o ~/2.json --yes
      ~/2.json: count number 1.
      ~/2.json.(8 digits).asc: your signature of it.
      ! Count number 1, for anybody:
      !   sign: at least 150 of about 1,200
      !     in Ads: at least 45 of about 200
      !     in Cloud: at least 80 of about 300
      !     in QA: at least 10 of about 25
      !   walkout: at least 50 of about 1,200
      !     in Ads: at least 15 of about 200
      !     in Cloud: at least 25 of about 300
      ! Held back, so that nobody can be worked out of this count, or of it and one
      ! before:
      !   sign could say 155, and stays at 150.
      !   sign: Ops has no number; the people are in that of the whole unit.
      [exit 0]"
    `);
  });

  it("shows one action alone, and carries what was shown of the others", async () => {
    const rowan = worldOf("rowan");
    await published(rowan, "--first", "-o", at(rowan, "1.json"));
    const only = ["--only", "walkout", "-o", at(rowan, "2.json")];
    expect(await published(rowan, ...only)).toMatchObject({ shown: [{ action: "walkout" }] });
    const second = parseCount(readFileSync(at(rowan, "2.json"), "utf8"));
    expect(second.ok && second.value.last.map(({ action }) => action)).toEqual(["sign", "walkout"]);
    expect((await rowan.pledge("tally", "publish", "--only", "dance", "--show")).stderr).toContain(
      "the actions are sign, refuse, walkout and strike",
    );
  });

  it("goes on from another member's count", async () => {
    const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
    const { signature } = await published(rowan, "--first", "-o", at(rowan, "1.json"));
    await addIn(rowan, { cloud: 9 }, "two");
    await exchanged(rowan, heron);
    const brought = carryCount(rowan, heron, "1.json", signature);
    const next = await published(heron, "--after", brought, "-o", at(heron, "2.json"));
    // Nine more are not shown: rowan's count says 150 still.
    expect(next).toMatchObject({
      number: 2,
      shown: [
        { action: "sign", atLeast: 150 },
        { action: "walkout", atLeast: 50 },
      ],
      heldBack: { lower: [{ action: "sign", says: 150, could: 155 }] },
    });
    // The ledger has both now, and goes on without being told.
    expect(await published(heron, "-o", at(heron, "3.json"))).toMatchObject({ number: 2 });
    expect(existsSync(at(heron, "3.json"))).toBe(true);
  });

  it("says of both files what they tell", async () => {
    const rowan = worldOf("rowan");
    const [count, list] = [at(rowan, "c.json"), at(rowan, "r.json")];
    await published(rowan, "--first", "-o", count, "--receipts", list);
    expect(await rowan.transcript("peek", count)).toMatchInlineSnapshot(`
      "$ pledge peek ~/c.json
      A stranger who finds it:
        - It is count number 1, published for anybody to read, in plain text: how many
          at Example Corp pledged what, as of 2026-11-22.
        - Its numbers are whole fives. As pledge makes them, nobody can be worked out
          of them, nor out of this count and the ones before.
        - It names the campaign, and carries a random number that lists of receipts
          have too. It does not name who published it; the signature beside it is by a
          key that members know.
      [exit 0]"
    `);
    expect(await rowan.transcript("peek", list)).toMatchInlineSnapshot(`
      "$ pledge peek ~/r.json
      A stranger who finds it:
        - It is a list of receipts of 2026-11-22, with 256 entries. Some of them are
          nobody's, so the length is no count.
        - Whoever holds a pledge code can see whether it is in the list; without a
          code nobody learns anything of anybody from it, nor from two of them.
      [exit 0]"
    `);
  });
});
