import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, describe, expect, it, vi } from "vitest";

import { createStage } from "../../../src/adapters/system/stage.ts";
import { newFolder } from "./folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A stand-in for `bin/pledge.js`. */
const stageWith = (script: string) => {
  const cwd = newFolder();
  const cliPath = join(cwd, "pledge.mjs");
  writeFileSync(cliPath, script);
  return { stage: createStage({ packageRoot: join(cwd, "package"), cliPath, cwd }), cwd };
};

const mark = ".made-by-pledge-demo";

describe("the temporary folder of a demo", () => {
  it("is empty, ours alone, and gone when the process is told to end", () => {
    const survive = (): void => undefined;
    process.on("SIGTERM", survive);
    try {
      const { stage } = stageWith("");
      const [first, second] = [stage.temporaryFolder(), stage.temporaryFolder()];
      expect(dirname(first)).toBe(tmpdir());
      expect(first).not.toBe(second);
      expect(readdirSync(first)).toEqual([]);
      expect(statSync(first).mode & 0o777).toBe(0o700);
      mkdirSync(join(first, "vault"));
      writeFileSync(join(first, "vault", "vault.json"), "{}");
      process.emit("SIGTERM", "SIGTERM");
      expect([first, second].some((folder) => existsSync(folder))).toBe(false);
    } finally {
      process.off("SIGTERM", survive);
    }
  });
});

describe("a fresh folder of a demo", () => {
  it("is made, and emptied when an earlier demo made it", () => {
    const { stage, cwd } = stageWith("");
    const folder = stage.freshFolder("pledge-demo");
    expect(folder).toBe(join(cwd, "pledge-demo"));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    mkdirSync(join(folder, "vault"));
    writeFileSync(join(folder, "vault", "vault.db"), "");
    expect(stage.freshFolder("pledge-demo")).toBe(folder);
    expect(readdirSync(folder)).toEqual([mark]);
  });

  it("takes an empty folder that is there already", () => {
    const { stage, cwd } = stageWith("");
    mkdirSync(join(cwd, "pledge-demo"));
    expect(stage.freshFolder("pledge-demo")).toBe(join(cwd, "pledge-demo"));
  });

  it("leaves alone whatever else has that name and takes the next one", () => {
    const { stage, cwd } = stageWith("");
    mkdirSync(join(cwd, "pledge-demo"));
    writeFileSync(join(cwd, "pledge-demo", "minutes.txt"), "ours");
    writeFileSync(join(cwd, "pledge-demo-2"), "a file");
    const elsewhere = newFolder();
    writeFileSync(join(elsewhere, mark), "");
    symlinkSync(elsewhere, join(cwd, "pledge-demo-3"));
    expect(stage.freshFolder("pledge-demo")).toBe(join(cwd, "pledge-demo-4"));
    expect(readFileSync(join(cwd, "pledge-demo", "minutes.txt"), "utf8")).toBe("ours");
    expect(readdirSync(elsewhere)).toEqual([mark]);
  });

  it("never lies outside the working directory", () => {
    const { stage } = stageWith("");
    for (const name of ["", ".", "..", "../demo", "a/b", "/demo"]) {
      expect(() => stage.freshFolder(name)).toThrow(RangeError);
    }
  });
});

describe("running pledge on the stage", () => {
  it("gives what the process said and how it ended", async () => {
    const { stage, cwd } = stageWith(
      'console.log("né"); console.error("oh"); process.exitCode = 5;',
    );
    expect(await stage.pledge([], cwd)).toEqual({ exitCode: 5, stdout: "né\n", stderr: "oh\n" });
  });

  it("hands arguments over as they are, without a shell", async () => {
    const { stage, cwd } = stageWith("console.log(JSON.stringify(process.argv.slice(2)));");
    const args = ["add", "--from", "a file; touch gone", "$(touch gone)", "*", ""];
    expect(JSON.parse((await stage.pledge(args, cwd)).stdout)).toEqual(args);
    expect(existsSync(join(cwd, "gone"))).toBe(false);
  });

  it("shows the process a folder of its own and nothing of the user's settings", async () => {
    vi.stubEnv("PLEDGE_VAULT", "/home/rowan/vault");
    vi.stubEnv("XDG_DATA_HOME", "/home/rowan/data");
    vi.stubEnv("NODE_OPTIONS", "--no-warnings");
    vi.stubEnv("NO_COLOR", "1");
    vi.stubEnv("LANG", "en_US.UTF-8");
    const { stage, cwd } = stageWith("console.log(JSON.stringify([process.cwd(), process.env]));");
    const folder = join(cwd, "home");
    mkdirSync(folder);
    const [workingDirectory, env] = JSON.parse((await stage.pledge([], folder)).stdout) as [
      string,
      Record<string, string>,
    ];
    expect(workingDirectory).toBe(folder);
    expect(env).toEqual({
      PATH: process.env["PATH"],
      HOME: folder,
      TMPDIR: folder,
      NO_COLOR: "1",
      LANG: "en_US.UTF-8",
    });
  });

  it("gives the process nothing to read", async () => {
    const { stage, cwd } = stageWith('process.stdin.resume().on("end", () => console.log("end"));');
    expect((await stage.pledge([], cwd)).stdout).toBe("end\n");
  });

  it("counts an end by a signal as a shell does", async () => {
    const { stage, cwd } = stageWith('process.kill(process.pid, "SIGKILL");');
    expect((await stage.pledge([], cwd)).exitCode).toBe(137);
  });

  it("rejects when no process can be started", async () => {
    const { stage, cwd } = stageWith("");
    await expect(stage.pledge([], join(cwd, "missing"))).rejects.toThrow(/ENOENT/u);
  });
});

describe("files on the stage", () => {
  it("copies a folder with everything in it and as private as it was", () => {
    const { stage, cwd } = stageWith("");
    mkdirSync(join(cwd, "vault", "old"), { recursive: true });
    writeFileSync(join(cwd, "vault", "old", "vault.db"), "bytes");
    chmodSync(join(cwd, "vault", "old", "vault.db"), 0o600);
    stage.copyFolder(join(cwd, "vault"), join(cwd, "copy"));
    expect(readFileSync(join(cwd, "copy", "old", "vault.db"), "utf8")).toBe("bytes");
    expect(statSync(join(cwd, "copy", "old", "vault.db")).mode & 0o777).toBe(0o600);
  });

  it("reads and writes bytes", () => {
    const { stage, cwd } = stageWith("");
    const bytes = new Uint8Array([0, 255, 10, 13]);
    stage.writeBytes(join(cwd, "block"), bytes);
    expect(stage.readBytes(join(cwd, "block"))).toEqual(bytes);
    expect(statSync(join(cwd, "block")).mode & 0o077).toBe(0);
  });

  it("knows the paths of the package's files, and of no others", () => {
    const { stage, cwd } = stageWith("");
    expect(stage.packageFile("templates/demo/people.jsonl")).toBe(
      join(cwd, "package", "templates", "demo", "people.jsonl"),
    );
    for (const path of ["..", "../package-lock.json", "/etc/passwd", "."]) {
      expect(() => stage.packageFile(path)).toThrow(RangeError);
    }
  });
});

describe("a program of the machine", () => {
  it("runs in the folder that is named, and is nothing where there is none", async () => {
    const { stage, cwd } = stageWith("");
    mkdirSync(join(cwd, "here"));
    const ran = await stage.program("sh", ["-c", "pwd; echo no >&2; exit 3"], "here");
    expect(ran).toEqual({ exitCode: 3, stdout: `${join(cwd, "here")}\n`, stderr: "no\n" });
    expect(await stage.program("no-program-of-this-name", [], "here")).toBeUndefined();
  });
});
