/** kill -9 in the middle of `backup` and `restore`: a whole file or none, a whole vault or none. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

import type { Home } from "../../support/real-pledge.ts";
import { look, namesIn, unlock, vaults } from "../vault-looks.ts";
import { homeWithVault, momentsOf, rounds, runAndKill } from "./killing.ts";

let home: Home;
let expected: ReadonlyMap<string, string>;

beforeAll(async () => {
  home = homeWithVault();
  const people = Array.from({ length: 3000 }, (_, n) =>
    JSON.stringify({ name: `Sample Person ${n}`, actions: ["sign"], note: "n".repeat(300) }),
  );
  home.pledge(["add", "--from", home.file("people.jsonl", people.join("\n"))]);
  expected = await look(join(home.folder, "vault"), namesIn);
});

describe("kill -9 in the middle of", () => {
  it(`backup leaves a whole file or none, ${rounds} times`, async () => {
    const file = join(home.folder, "campaign.backup");
    const whole = await runAndKill(home, ["backup", file]);
    const outcomes = new Set<boolean>();
    for (const moment of momentsOf(whole.milliseconds)) {
      rmSync(file, { force: true });
      const { stdout } = await runAndKill(home, ["backup", file], moment);
      const there = existsSync(file);
      outcomes.add(there);
      if (stdout.includes("The whole vault")) expect(there).toBe(true);
      if (there) {
        const target = join(home.folder, "looked-at");
        expect((await vaults.restore(file, target, unlock)).ok).toBe(true);
        expect(await look(target, namesIn), `killed after ${moment} ms`).toEqual(expected);
        rmSync(target, { recursive: true });
      }
      expect(await look(join(home.folder, "vault"), namesIn)).toEqual(expected);
    }
    expect(outcomes).toContain(false);
  });

  it(`restore leaves a whole vault or none, ${rounds} times`, async () => {
    const backup = join(home.folder, "another.backup");
    expect(home.pledge(["backup", backup]).exitCode).toBe(0);
    const target = join(home.folder, "restored");
    const restoring = ["--vault", target, "restore", backup];
    const whole = await runAndKill(home, restoring);
    expect(await look(target, namesIn)).toEqual(expected);
    const outcomes = new Set<boolean>();
    for (const moment of momentsOf(whole.milliseconds)) {
      rmSync(target, { recursive: true, force: true });
      const { stdout } = await runAndKill(home, restoring, moment);
      const there = existsSync(target);
      outcomes.add(there);
      expect(vaults.exists(target)).toBe(there);
      if (stdout.includes("The vault is back")) expect(there).toBe(true);
      if (there) expect(await look(target, namesIn), `killed after ${moment} ms`).toEqual(expected);
    }
    expect(outcomes).toContain(false);
    // What the killed ones left beside it keeps nobody from restoring, and doctor names it.
    rmSync(target, { recursive: true, force: true });
    expect(home.pledge(restoring)).toMatchObject({ exitCode: 0 });
    const left = readdirSync(home.folder).filter((name) => name.startsWith(".restored."));
    const { stdout } = home.pledge(["--vault", target, "doctor", "--json"]);
    for (const name of left) expect(stdout).toContain(join(home.folder, name));
    expect(await look(target, namesIn)).toEqual(expected);
  });
});
