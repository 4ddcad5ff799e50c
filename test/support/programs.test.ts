import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { has } from "./programs.ts";

const root = join(import.meta.dirname, "../..");

let scratch = "";
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "pledge-programs-"));
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe("a program of the machine", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is an executable file on the PATH, and nothing else", () => {
    mkdirSync(join(scratch, "bin/folder"), { recursive: true });
    for (const name of ["runs", "plain"]) writeFileSync(join(scratch, "bin", name), "#!/bin/sh\n");
    chmodSync(join(scratch, "bin/runs"), 0o755);
    vi.stubEnv("PATH", `/nonexistent:${join(scratch, "bin")}`);
    expect(["runs", "plain", "folder", "absent"].filter(has)).toEqual(["runs"]);
  });
});

describe("tests that need a program that is not there", () => {
  /** Runs a file of such tests, and nothing but such tests, with the real reporter. */
  const run = (environment: Readonly<Record<string, string>>): string => {
    const folder = mkdtempSync(join(scratch, "run-"));
    const support = JSON.stringify(join(root, "test/support"));
    writeFileSync(
      join(folder, "vitest.config.ts"),
      `import { LeftOutReporter } from ${support.replace(/"$/u, '/left-out-reporter.ts"')};
       export default { test: { include: ["*.test.ts"], reporters: ["default", new LeftOutReporter()] } };`,
    );
    writeFileSync(
      join(folder, "wanting.test.ts"),
      `import { describeWith, itWith } from ${support.replace(/"$/u, '/programs.ts"')};
       describeWith(["sh", "nonesuch"], "a tally", () => { itWith([], "is never read", () => {}); });
       itWith(["nonesuch", "nothing-like-it"], "prints a page", () => {});`,
    );
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, "node_modules/vitest/vitest.mjs"), "run", "--root", folder],
      { encoding: "utf8", env: { PATH: process.env["PATH"], NO_COLOR: "1", ...environment } },
    );
    return `${stderr}\n${stdout}\n[exit ${status}]`;
  };

  it("are left out, and the run ends by saying which for want of what", () => {
    expect(run({})).toContain(
      `Left out for want of a program:
  nonesuch, nothing-like-it: prints a page (wanting.test.ts)
  nonesuch: a tally (wanting.test.ts)

[exit 0]`,
    );
  });

  it("fail when everything is to be tested", () => {
    const output = run({ PLEDGE_TEST_ALL: "1" });
    expect(output).toContain("Tests  2 failed (2)");
    expect(output).toContain("there is no nonesuch, no nothing-like-it");
    expect(output).toContain("[exit 1]");
  });
});
