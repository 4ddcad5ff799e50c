/** `pledge duplicates merge` and `apart`, for scripts and for whoever knows. */
import { describe, expect, it } from "vitest";

import { alike, everybody, pairsIn, ready } from "./lookalikes.ts";
import { freezeLetter } from "../../support/sample-people.ts";

describe("merging two records by their ids", () => {
  it("shows both and what it will do, asks, and keeps the first", async () => {
    const { world, id, names } = await ready();
    world.env["NO_COLOR"] = "1";
    const [ana, gomez] = [id("Ana Gómez"), id("Gomez, Ana")];
    world.answers([true]);
    const outcome = await world.transcript("duplicates", "merge", "heron", gomez.slice(0, 7));
    const preview = outcome
      .slice(outcome.indexOf("! one has  note"))
      .replaceAll(ana, "anagomez")
      .replaceAll(gomez, "gomezana");
    expect(preview).toMatchInlineSnapshot(`
      "! one has  note      Prefers mornings.              -

      ! anagomez stays, with its code. gomezana goes, but its code still names her.
      ! From gomezana come: site.
      ! Into the note goes what cannot stand twice: name Gomez, Ana (Ana Gómez stays)
      ! and role DBA (SRE stays).
      ! Will do: sign and walkout.
      ! Contacts, both histories, signatures and whom she covers are joined.
      [exit 0]"
    `);
    expect(outcome.replaceAll(gomez, "gomezana").replaceAll(ana, "anagomez")).toContain(
      "! differs  role      SRE                            DBA\n",
    );
    expect(world.questions()).toEqual([
      "Make one record of these two, Ana Gómez's, and erase the other?",
    ]);
    expect(await names()).toEqual(everybody.filter((name) => name !== "Gomez, Ana"));
    expect((await world.pledge("show", gomez)).exitCode).toBe(2);
  });

  it("changes nothing when the answer is no, and needs --yes where nobody can be asked", async () => {
    const { world, id, names } = await ready();
    const ids = [id("Ana Gómez"), id("Gomez, Ana")];
    world.answers([false]);
    expect((await world.pledge("duplicates", "merge", ...ids)).exitCode).toBe(1);
    expect((await world.pledge("duplicates", "merge", ...ids)).exitCode).toBe(2);
    world.answers(["^C"]);
    expect((await world.pledge("duplicates", "merge", ...ids)).exitCode).toBe(130);
    expect(await names()).toEqual(everybody);
    const { stdout, stderr, exitCode } = await world.pledge(
      "duplicates",
      "merge",
      ...ids,
      "--yes",
      "--json",
    );
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({ v: 1, merged: { id: ids[0], gone: ids[1] } });
  });

  it("refuses what is one record, nobody, or too much for one", async () => {
    const { world, id } = await ready([
      ...alike,
      { name: "A", note: "a".repeat(3000) },
      { name: "B", note: "b".repeat(3000) },
    ]);
    const code = async (...ids: readonly string[]): Promise<string> => {
      const { exitCode, stderr } = await world.pledge("duplicates", "merge", ...ids, "--yes");
      return `${exitCode} ${stderr}`;
    };
    expect(await code("heron", id("Ana Gómez"))).toContain(
      "2 pledge: error: both name the same record",
    );
    expect(await code("heron", "otter")).toContain("2 pledge: error: nobody in this vault");
    expect(await code(id("A"), id("B"))).toMatch(
      /^1 pledge: error: together the two records have more than one can hold: 6,\d+ letters in the note \(at most 4,000\)\n.*nothing was changed\n$/u,
    );
  });

  it("raises no number of status, and leaves nothing of the other record in the file", async () => {
    const { world, id } = await ready();
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    const numbers = async (): Promise<readonly number[]> => {
      const { stdout } = await world.pledge("status", "--json");
      const { actions } = JSON.parse(stdout) as {
        readonly actions: readonly { readonly pledged: { readonly high: number } }[];
      };
      return actions.map(({ pledged }) => pledged.high);
    };
    const before = await numbers();
    await world.pledge(
      "edit",
      id("Gomez, Ana"),
      "--from",
      world.file("more.json", '{"actions":["sign"]}'),
    );
    expect(await numbers()).toEqual([2, ...before.slice(1)]);
    await world.pledge("duplicates", "merge", "heron", id("Gomez, Ana"), "--yes");
    expect(await numbers()).toEqual(before);
    const left = await world.inVault((vault) => [
      vault.people.byId(id("Gomez, Ana") as never),
      vault.pledges.history(id("Gomez, Ana") as never),
    ]);
    expect(left).toEqual([undefined, []]);
  });

  it("takes a file that names her by either code", async () => {
    const { world, id } = await ready();
    const codes = await world.inVault((vault) =>
      ["Ana Gómez", "Gomez, Ana"].map((name) => vault.people.byId(id(name) as never)?.code),
    );
    await world.pledge("duplicates", "merge", "heron", id("Gomez, Ana"), "--yes");
    for (const [at, code] of codes.entries()) {
      const file = world.file(`told-${at}.json`, JSON.stringify({ code, site: `Floor ${at}` }));
      const { stdout } = await world.pledge("add", "--from", file, "--json");
      expect(JSON.parse(stdout)).toEqual({ v: 1, added: [], updated: [{ id: id("Ana Gómez") }] });
      expect((await world.pledge("show", "heron")).stdout).toContain(`Floor ${at}`);
    }
    expect((await world.pledge("show", "heron", "--json")).stdout).toContain(String(codes[0]));
  });
});

describe("telling two records apart", () => {
  it("holds whichever is named first, goes with either person, and can be taken back", async () => {
    const { world, id } = await ready();
    const [smith, smyth] = [id("Jordan Smith"), id("Jordan Smyth")];
    expect(await pairsIn(world)).toHaveLength(2);
    const { stdout } = await world.pledge("duplicates", "apart", smyth, smith, "--json");
    expect(JSON.parse(stdout)).toEqual({ v: 1, apart: [smyth, smith] });
    expect(await pairsIn(world)).toHaveLength(1);
    await world.pledge("duplicates", "apart", smith, smyth);
    const kept = await world.inVault((vault) => vault.duplicates.apart());
    expect(kept).toEqual([[smith, smyth].toSorted()]);
    await world.pledge("duplicates", "apart", smith, smyth, "--undo");
    expect(await pairsIn(world)).toHaveLength(2);
    await world.pledge("duplicates", "apart", smith, smyth);
    await world.pledge("forget", smyth, "--yes");
    expect(await world.inVault((vault) => vault.duplicates.apart())).toEqual([]);
  });

  it("says what it did", async () => {
    const { world, id } = await ready();
    const pair = [id("Jordan Smith"), id("Jordan Smyth")];
    expect((await world.pledge("duplicates", "apart", ...pair)).stdout).toBe(
      `${pair.join(" and ")} are two people: "pledge duplicates" will not ask again.\n`,
    );
    expect((await world.pledge("duplicates", "apart", ...pair, "--undo")).stdout).toBe(
      `"pledge duplicates" asks about ${pair.join(" and ")} again, if they look alike.\n`,
    );
    expect((await world.pledge("duplicates", "apart", "heron", "heron")).exitCode).toBe(2);
  });
});
