/** pledge and somebody with GnuPG and a text editor in one committee: each reads what the other writes. */
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

import { describeWith } from "../support/programs.ts";
import { testWorld } from "../support/world.ts";
import type { TestWorld } from "../support/world.ts";
import {
  canonical,
  createGpg,
  hashOf,
  linesOf,
  payloadOf,
  proofOf,
  rootOf,
  tokenOf,
} from "./by-hand.ts";
import type { Gpg, Json } from "./by-hand.ts";

interface Shown {
  readonly people: readonly { readonly name: string; readonly code: string }[];
}

describeWith(["gpg"], "a member with GnuPG and a text editor", () => {
  let gpg: Gpg;
  let wren: string;
  let rowan: string;
  let world: TestWorld;
  let committee: { readonly payload: Buffer; readonly lines: readonly Json[] };
  const incarnation = randomUUID();
  const bytesOf = (name: string): Buffer => readFileSync(join(world.folder, name));

  beforeAll(async () => {
    gpg = createGpg();
    wren = gpg.makeKey("wren");
    world = await testWorld();
    await world.init();
    const certificate = world.file("wren.gpg", gpg.certificate(wren));
    const invited = await world.pledge(
      "invite",
      certificate,
      "--fingerprint",
      `wren=${wren}`,
      "--turf",
      "wren=ads",
      "--turf",
      "rowan=cloud",
      "-o",
      join(world.folder, "committee"),
    );
    if (invited.exitCode !== 0) throw new Error(invited.stderr);
    const opened = gpg.open(bytesOf("committee"));
    committee = { payload: opened.payload, lines: linesOf(opened.payload) };
    const member = committee.lines.find((line) => line["member"] === "rowan");
    gpg.take(Buffer.from(String(member?.["certificate"]), "base64url"));
    const { stdout } = await world.pledge("key", "show", "--json");
    rowan = (JSON.parse(stdout) as { readonly fingerprint: string }).fingerprint;
  });
  afterAll(() => gpg.leave());

  const campaign = (): string => String(committee.lines[0]?.["campaign"]);

  /** A tally of wren's about these people, in the form of the page. */
  const tallyOf = (codes: readonly string[], changes: Json = {}): Buffer => {
    const lines = codes
      .map((code) => ({
        token: tokenOf(campaign(), code),
        proof: proofOf(code, wren, incarnation),
        team: "*",
        actions: [{ action: "sign" }, { action: "walkout", atLeast: 10 }],
      }))
      .toSorted((a, b) => (a.token < b.token ? -1 : 1));
    const header = {
      type: "pledge-tally",
      v: 1,
      campaign: campaign(),
      committee: { number: 1, hash: hashOf(committee.payload) },
      from: wren,
      to: [rowan, wren].toSorted(),
      incarnation,
      supersedes: [],
      seq: 1,
      prev: null,
      asOf: "2026-11-22",
      relay: false,
      seen: [],
      people: lines.length,
      root: rootOf(lines.map((line) => ({ line, name: "nobody", salt: randomBytes(16) }))),
      ...changes,
    };
    return payloadOf([header, ...lines]);
  };

  const merge = async (name: string, file: Buffer): Promise<Json> => {
    const { stdout } = await world.pledge("merge", world.file(name, file), "--json");
    return (JSON.parse(stdout) as { readonly files: readonly Json[] }).files[0] ?? {};
  };

  it("reads the committee file, and who signed it", () => {
    const { signer } = gpg.open(bytesOf("committee"));
    expect(signer).toBe(rowan);
    expect(committee.lines[0]).toMatchObject({
      type: "pledge-committee",
      v: 1,
      number: 1,
      needs: 1,
    });
    const members = committee.lines.slice(1).map((line) => [line["member"], line["turf"]]);
    expect(members).toEqual([
      ["rowan", ["cloud"]],
      ["wren", ["ads"]],
    ]);
  });

  it("reads a tally, finds the people whose codes it was told, and can check the root once names and salts are shown", async () => {
    const people = ["Ana", "Bo", "Cy"].map((name) => ({ name, team: "cloud", actions: ["sign"] }));
    await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
    const path = join(world.folder, "rowan.tally");
    expect((await world.pledge("tally", "export", "-o", path)).exitCode).toBe(0);
    const { payload, signer } = gpg.open(bytesOf("rowan.tally"));
    expect(signer).toBe(rowan);
    const [header, ...lines] = linesOf(payload);
    expect(header).toMatchObject({ from: rowan, seq: 1, prev: null, people: 3 });
    const { stdout } = await world.pledge("list", "--json");
    const ids = (JSON.parse(stdout) as { readonly people: readonly { readonly id: string }[] })
      .people;
    const shown: Shown["people"][number][] = [];
    for (const { id } of ids) {
      const one = await world.pledge("show", id, "--json");
      shown.push((JSON.parse(one.stdout) as { readonly person: Shown["people"][number] }).person);
    }
    for (const { code } of shown) {
      const line = lines.find(({ token }) => token === tokenOf(campaign(), code));
      expect(line?.["proof"]).toBe(proofOf(code, rowan, String(header?.["incarnation"])));
    }
    const openings = await world.inVault((vault) =>
      vault.tallies.openings().map(({ person, token, salt }) => ({
        salt,
        name: vault.people.byId(person)?.name ?? "",
        line: lines.find((line) => line["token"] === token) ?? {},
      })),
    );
    expect(rootOf(openings)).toBe(header?.["root"]);
  });

  it("writes a tally that pledge counts", async () => {
    const { stdout } = await world.pledge("list", "--json");
    const [first] = (JSON.parse(stdout) as { readonly people: readonly { readonly id: string }[] })
      .people;
    const one = await world.pledge("show", first?.id ?? "", "--json");
    const { code } = (JSON.parse(one.stdout) as { readonly person: { readonly code: string } })
      .person;
    const payload = tallyOf([code, "K7QF-2M9T-XR4D-8WNA"]);
    expect(await merge("wren.tally", gpg.seal(payload, wren, [rowan, wren]))).toMatchObject({
      outcome: "merged",
      kind: "tally",
      source: "wren",
      seq: 1,
    });
    const status = await world.pledge("status", "--json");
    const { actions } = JSON.parse(status.stdout) as {
      readonly actions: readonly { readonly action: string; readonly pledged: Json }[];
    };
    // Three of rowan's, one of wren's whom rowan does not have, one whom both have.
    expect(actions.find(({ action }) => action === "sign")?.pledged).toEqual({ low: 3, high: 4 });
  });

  it("is refused what is not in the one form of the page", async () => {
    const lines = linesOf(tallyOf(["K7QF-2M9T-XR4D-8WNA"], { seq: 2, prev: "0".repeat(64) }));
    const backwards = (line: Json): Json => Object.fromEntries(Object.entries(line).toReversed());
    const spaced = lines.map((line) => `${JSON.stringify(backwards(line))}\n`).join("");
    const body = Buffer.from(`${spaced}{"pad":"${"0".repeat(4096 - spaced.length - 11)}"}\n`);
    expect(body.length).toBe(4096);
    expect(lines.map(canonical).join("\n")).not.toBe(spaced.trimEnd());
    expect(await merge("spaced.tally", gpg.seal(body, wren, [rowan]))).toMatchObject({
      outcome: "refused",
      reason: "payload-malformed",
    });
    const passedOn = tallyOf([], { seq: 3, prev: "0".repeat(64), to: [wren] });
    expect(await merge("passed-on.tally", gpg.seal(passedOn, wren, [rowan]))).toMatchObject({
      outcome: "refused",
      reason: "reader-other",
    });
  });

  it("writes the next number of the committee file, and pledge goes by it", async () => {
    const [header, ...rest] = committee.lines;
    const definition = header?.["definition"] as Json;
    const next = {
      ...header,
      number: 2,
      prev: hashOf(committee.payload),
      definition: { ...definition, unit: { ...(definition["unit"] as Json), size: 77 } },
    };
    const file = gpg.seal(payloadOf([next, ...rest]), wren, [rowan, wren]);
    expect(await merge("committee-2", file)).toMatchObject({
      outcome: "merged",
      kind: "committee",
    });
    const { stdout } = await world.pledge("campaign", "show", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ campaign: { unit: { size: 77 } } });
  });
});
