import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import { describe, expect, it } from "vitest";

import { createFiles } from "../../../src/adapters/system/files.ts";
import { fileFailure } from "../../../src/adapters/system/system-failure.ts";
import { heldByModes, newFolder } from "./folder.ts";

async function* nothing(): AsyncGenerator<Uint8Array> {}

const files = createFiles(() => nothing());

const modeOf = (path: string): number => statSync(path).mode & 0o7777;

const underUmask = async <T>(umask: number, work: () => Promise<T>): Promise<T> => {
  const before = process.umask(umask);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
};

/** A path, and a check that nothing but the file of that name stands in its folder. */
const newPath = (): string => join(newFolder(), "letter.md");

const expectAlone = (path: string): void => {
  expect(readdirSync(dirname(path))).toEqual([basename(path)]);
};

describe("writing a new file", () => {
  it("writes the whole text, for its owner alone, and leaves nothing else behind", async () => {
    const path = newPath();
    expect(await files.write(path, "né 🐦\n")).toEqual({ ok: true, value: undefined });
    expect(readFileSync(path, "utf8")).toBe("né 🐦\n");
    expect(modeOf(path)).toBe(0o600);
    expectAlone(path);
  });

  it("keeps others out whatever the umask says", async () => {
    const path = newPath();
    await underUmask(0, () => files.write(path, ""));
    expect(modeOf(path)).toBe(0o600);
    chmodSync(path, 0o666);
    await underUmask(0, () => files.write(path, "again", true));
    expect(modeOf(path)).toBe(0o600);
  });

  it("writes several megabytes whole", async () => {
    const path = newPath();
    const content = "0123456789abcde\n".repeat(200_000);
    await files.write(path, content);
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("takes a path that starts at the current folder", async () => {
    const folder = newFolder();
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect(await files.write("letter.md", "text")).toMatchObject({ ok: true });
    } finally {
      process.chdir(before);
    }
    expect(readdirSync(folder)).toEqual(["letter.md"]);
  });
});

describe("writing where something stands already", () => {
  it("leaves a file as it is unless told otherwise", async () => {
    const path = newPath();
    writeFileSync(path, "before");
    expect(await files.write(path, "after")).toEqual({
      ok: false,
      failure: { type: "file-exists", path },
    });
    expect(readFileSync(path, "utf8")).toBe("before");
    expectAlone(path);
    expect(await files.write(path, "after", true)).toMatchObject({ ok: true });
    expect(readFileSync(path, "utf8")).toBe("after");
    expectAlone(path);
  });

  it("lets exactly one of several writers have a name", async () => {
    const path = newPath();
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`);
    const outcomes = await Promise.all(texts.map((text) => files.write(path, text)));
    const winners = texts.filter((_, index) => outcomes[index]?.ok);
    expect(winners).toHaveLength(1);
    expect(readFileSync(path, "utf8")).toBe(winners[0]);
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual(
      Array.from({ length: 7 }, () => ({ ok: false, failure: { type: "file-exists", path } })),
    );
    expectAlone(path);
  });

  it("never writes through a symbolic link, nor replaces one", async () => {
    const folder = newFolder();
    const target = join(folder, "target");
    writeFileSync(target, "before");
    for (const to of [target, join(folder, "nowhere")]) {
      const path = join(newFolder(), "link");
      symlinkSync(to, path);
      expect(await files.write(path, "after")).toMatchObject({ failure: { type: "file-exists" } });
      expect(await files.write(path, "after", true)).toEqual({
        ok: false,
        failure: { type: "file-failed", path, code: "ELOOP" },
      });
      expect(readlinkSync(path)).toBe(to);
      expectAlone(path);
    }
    expect(readdirSync(folder)).toEqual(["target"]);
    expect(readFileSync(target, "utf8")).toBe("before");
  });

  it("replaces neither a folder nor a device", async () => {
    const path = newPath();
    mkdirSync(path);
    expect(await files.write(path, "", true)).toMatchObject({ failure: { code: "EISDIR" } });
    expectAlone(path);
    expect(await files.write("/dev/null", "", true)).toMatchObject({ failure: { code: "EINVAL" } });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });
});

describe("failing to write", () => {
  it("names the folder that is missing", async () => {
    const folder = join(newFolder(), "missing");
    expect(await files.write(join(folder, "letter.md"), "")).toEqual({
      ok: false,
      failure: { type: "file-missing", path: folder },
    });
    const file = newPath();
    writeFileSync(file, "");
    expect(await files.write(join(file, "inside"), "")).toEqual({
      ok: false,
      failure: { type: "file-missing", path: file },
    });
  });

  it("leaves a folder that may not be written to as it was", async () => {
    const folder = newFolder();
    const [old, path] = [join(folder, "old.md"), join(folder, "new.md")];
    writeFileSync(old, "before");
    chmodSync(folder, 0o500);
    const outcomes = await heldByModes(folder, async () => [
      await files.write(path, "after"),
      await files.write(old, "after", true),
    ]);
    chmodSync(folder, 0o700);
    expect(outcomes).toEqual([
      { ok: false, failure: { type: "file-failed", path, code: "EACCES" } },
      { ok: false, failure: { type: "file-failed", path: old, code: "EACCES" } },
    ]);
    expect(readdirSync(folder)).toEqual(["old.md"]);
    expect(readFileSync(old, "utf8")).toBe("before");
  });

  it("passes on the code of whatever else the system objects to", async () => {
    const path = join(newFolder(), "x".repeat(300));
    expect(await files.write(path, "")).toEqual({
      ok: false,
      failure: { type: "file-failed", path, code: "ENAMETOOLONG" },
    });
  });

  it("removes the temporary file when the last step fails", async () => {
    // A name that ends in a slash can only be a folder's; that comes out when the name is taken.
    const folder = newFolder();
    expect(await files.write(`${folder}/letter.md/`, "text")).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("takes a full disk and a used-up quota for the same", () => {
    for (const code of ["ENOSPC", "EDQUOT"]) {
      const error = Object.assign(new Error("write"), { code });
      expect(fileFailure(error, "letter.md")).toEqual({ type: "disk-full", path: "letter.md" });
    }
  });

  it("throws what the system did not say, and for standard output", async () => {
    const bug = new TypeError("a bug");
    expect(() => fileFailure(bug, "letter.md")).toThrow(bug);
    await expect(files.write("-", "text")).rejects.toThrow(RangeError);
  });
});
