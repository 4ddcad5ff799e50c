/** The signatures of several members beside one letter, for members and for whoever gets it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { carry, done, keyOf } from "../../support/committee-world.ts";
import { describeWith } from "../../support/programs.ts";
import { packageRoot } from "../../support/sample.ts";
import { openpgp, today } from "../committee/forge.ts";
import { at, attested, attesting } from "./attesting.ts";
import { listFor } from "./signing-world.ts";

const { worldOf, together } = attesting();

describe("signatures of several members", () => {
  it("are told apart, and count each member once", async () => {
    const [rowan, heron] = [await together(), worldOf("heron")];
    await done(heron, "merge", await listFor(rowan, heron, "heron", "rowan.signers"));
    const first = await attested(rowan);
    carry(rowan, heron, "letter.md");
    const second = await attested(heron);
    const name = second.slice(heron.folder.length + 1);
    const other = carry(heron, rowan, name);
    const shown = await done(
      rowan,
      "letter",
      "attested",
      at(rowan, "letter.md"),
      first,
      other,
      first,
      "--json",
    );
    expect(JSON.parse(shown)).toMatchObject({
      attesters: ["heron", "rowan"],
      signatures: [{ by: "rowan" }, { by: "heron" }, { by: "rowan" }],
    });
  });

  it("are no more than those of members, over these bytes", async () => {
    const rowan = await together();
    const file = at(rowan, "letter.md");
    const good = await attested(rowan);
    const { secret } = await openpgp.makeAttestationKey(today);
    const text = readFileSync(file, "utf8");
    const stranger = rowan.file("stranger.asc", await openpgp.signText(text, secret, today));
    const identity = await rowan.inVault((vault) => vault.identity.get());
    const own = rowan.file(
      "own.asc",
      await openpgp.signText(text, identity?.secret ?? secret, today),
    );
    const { stdout, exitCode } = await rowan.pledge(
      "letter",
      "attested",
      file,
      good,
      stranger,
      own,
      file,
    );
    expect(exitCode).toBe(1);
    expect(stdout.replaceAll(rowan.folder, "~").replaceAll(/[0-9a-f]{8}\.asc/gu, "x.asc"))
      .toMatchInlineSnapshot(`
        "~/letter.md: attested by 1 member of the committee: rowan.
        ~/letter.md.x.asc: good, by rowan, 2026-11-22
        ~/stranger.asc: by no key that the committee file names
        ~/own.asc: by no key that the committee file names
        ~/letter.md: no good signature of this file: another one, or one was changed
        "
      `);
    writeFileSync(file, text.replace("demand", "ask"));
    expect((await rowan.pledge("letter", "attested", file, good)).stdout).toContain("by nobody");
  });

  it("and the keys to check them tie no tally and no handle to the letter", async () => {
    const rowan = await together();
    const signature = await attested(rowan);
    const keys = at(rowan, "attesters.asc");
    const shown = await done(rowan, "letter", "attesters", "-o", keys, "--json");
    const { keys: listed } = JSON.parse(shown) as { readonly keys: readonly string[] };
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(listed.toSorted());
    for (const handle of ["rowan", "heron"]) {
      const { fingerprint } = await keyOf(worldOf(handle));
      for (const path of [signature, keys]) {
        expect(path.slice(rowan.folder.length)).not.toContain(handle);
        const text = readFileSync(path, "utf8");
        const binary = Buffer.from((await openpgp.dearmor(Buffer.from(text))) ?? []);
        expect(binary.length).toBeGreaterThan(100);
        // The key id is the end of the fingerprint.
        for (const secret of [Buffer.from(handle), Buffer.from(fingerprint.slice(-16), "hex")])
          expect(binary.includes(secret)).toBe(false);
      }
    }
  });
});

describeWith(["gpg"], "a journalist with GnuPG", () => {
  it("checks a letter as the README says, and sees that another one is not it", async () => {
    const rowan = await together();
    const signature = await attested(rowan);
    await done(rowan, "letter", "attesters", "-o", at(rowan, "attesters.asc"));
    const readme = readFileSync(join(packageRoot, "README.md"), "utf8");
    const shown = /```sh\n(gpg --import attesters\.asc\n.*?)```/su.exec(readme)?.[1] ?? "";
    const [take = "", check = "", ...others] = shown.trim().split("\n");
    expect(others).toEqual([]);
    const home = mkdtempSync(join(tmpdir(), "pg-"));
    const run = (command: string) =>
      spawnSync(
        "sh",
        ["-c", command.replace("1a2b3c4d", /([0-9a-f]{8})\.asc$/u.exec(signature)?.[1] ?? "")],
        {
          cwd: rowan.folder,
          env: { ...process.env, GNUPGHOME: home, LC_ALL: "C" },
          encoding: "utf8",
        },
      );
    try {
      expect(run(take).stderr).toContain("imported: 2");
      const good = run(check);
      expect({
        status: good.status,
        good: good.stderr.includes('Good signature from "letter attestation"'),
      }).toEqual({ status: 0, good: true });
      const path = at(rowan, "letter.md");
      writeFileSync(path, readFileSync(path, "utf8").replace("more than 5", "more than 50"));
      expect(run(check).stderr).toContain("BAD signature");
    } finally {
      spawnSync("gpgconf", ["--homedir", home, "--kill", "all"]);
      rmSync(home, { recursive: true, force: true });
    }
  });
});
