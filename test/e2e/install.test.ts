/**
 * Installs the command as the README says, from a clone and from the packed file, into a scratch
 * prefix, and runs it. Install scripts stay off, or every run on Node 20 would compile SQLite for a minute: there the
 * test sees what the command says without it, then lends it what `npm ci` compiled. Newer versions
 * of Node need no script.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const carriesSqlite = Number(process.versions["napi"]) >= 10;
const compiled = "node_modules/better-sqlite3-node20/build/Release/better_sqlite3.node";

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-install-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const npm = (args: readonly string[], folder = root): void => {
  execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
};

const install = (prefix: string, what: string): void =>
  npm([
    "install",
    "--global",
    "--prefix",
    prefix,
    "--ignore-scripts",
    "--prefer-offline",
    "--silent",
    what,
  ]);

/** Runs the installed command as a person with nothing but a home folder would. */
const pledge = (
  prefix: string,
  args: readonly string[],
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(join(prefix, "bin/pledge"), args, {
    cwd: scratch,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: scratch, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });

const expectsToStart = (prefix: string): void => {
  expect(pledge(prefix, ["--version"])).toMatchObject({ status: 0, stdout: "pledge 0.1.0\n" });
  expect(pledge(prefix, ["--help"])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Every day:") as string,
  });
};

describe("the command, installed", () => {
  it("starts from a clone", () => {
    const prefix = join(scratch, "clone");
    install(prefix, ".");
    expectsToStart(prefix);
  });

  describe("from the packed file", () => {
    let prefix = "";
    let installed = "";
    beforeAll(() => {
      prefix = join(scratch, "packed");
      installed = join(prefix, "lib/node_modules/pledge");
      // Without prepack, which would empty `dist` under the other tests; it is built already.
      npm(["pack", "--ignore-scripts", "--silent", "--pack-destination", scratch]);
      install(prefix, join(scratch, "pledge-0.1.0.tgz"));
    });

    it("starts", () => {
      expectsToStart(prefix);
    });

    it("makes a vault, or says what Node.js it needs", () => {
      const passphrase = join(scratch, "passphrase");
      writeFileSync(passphrase, "correct horse battery staple\n", { mode: 0o600 });
      const campaign = join(installed, "templates/demo/campaign.json");
      const vault = ["--vault", join(scratch, "vault"), "--passphrase-file", passphrase];
      const { status, stderr } = pledge(prefix, [...vault, "init", "--from", campaign]);
      if (carriesSqlite) {
        expect({ status, stderr }).toMatchObject({ status: 0 });
      } else {
        expect(status).toBe(6);
        expect(stderr).toMatch(/^pledge: error: the encrypted database .*\npledge: hint: .*\n$/u);
      }
    });

    it("plays the demo with the files of the package alone", () => {
      if (!carriesSqlite) {
        mkdirSync(dirname(join(installed, compiled)), { recursive: true });
        copyFileSync(join(root, compiled), join(installed, compiled));
      }
      expect(pledge(prefix, ["demo"])).toMatchObject({ status: 0, stderr: "" });
      expect(existsSync(join(scratch, "demo-output/vault/vault.db"))).toBe(true);
    });
  });
});
