import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { createFiles } from "../../../src/adapters/system/files.ts";
import { isRoot, newFolder, otherUser } from "./folder.ts";

async function* nothing(): AsyncGenerator<Uint8Array> {}

const files = createFiles(() => nothing());

const secretFile = (content: string | Uint8Array, mode = 0o600): string => {
  const path = join(newFolder(), "passphrase");
  writeFileSync(path, content, { mode });
  chmodSync(path, mode);
  return path;
};

const exposed = (path: string) => ({ ok: false, failure: { type: "file-exposed", path } });

describe("reading a passphrase file", () => {
  it("takes the text as it is, its end included", () => {
    const cases = [
      ["six generated words\n", "six generated words\n"],
      ["six generated words\r\n", "six generated words\r\n"],
      [" spaces count ", " spaces count "],
      ["carriage return\r", "carriage return\r"],
      ["e\u0301", "e\u0301"],
      ["\n", "\n"],
      ["", ""],
    ] as const;
    for (const [content, secret] of cases) {
      expect(files.readSecret(secretFile(content))).toEqual({ ok: true, value: secret });
    }
  });

  it("reads a file that only its owner may read or write", () => {
    for (const mode of [0o600, 0o400]) {
      expect(files.readSecret(secretFile("secret", mode))).toEqual({ ok: true, value: "secret" });
    }
  });

  it("refuses a file with any permission for anybody else", () => {
    for (const mode of [0o640, 0o620, 0o610, 0o604, 0o602, 0o601, 0o644, 0o666]) {
      const path = secretFile("secret", mode);
      expect(files.readSecret(path)).toEqual(exposed(path));
    }
  });

  it("refuses a file that belongs to somebody else", () => {
    const path = isRoot ? secretFile("secret") : "/etc/passwd";
    if (isRoot) chownSync(path, otherUser, otherUser);
    expect(files.readSecret(path)).toEqual(exposed(path));
  });

  it("refuses a symbolic link, even to a good file", () => {
    const target = secretFile("secret");
    const path = `${target}.link`;
    symlinkSync(target, path);
    expect(files.readSecret(path)).toEqual(exposed(path));
  });

  it("reads a file with a second name", () => {
    const target = secretFile("secret");
    linkSync(target, `${target}.second`);
    expect(files.readSecret(`${target}.second`)).toEqual({ ok: true, value: "secret" });
  });

  it("refuses a named pipe at once instead of waiting for a writer", () => {
    const path = join(newFolder(), "pipe");
    execFileSync("mkfifo", ["-m", "600", path]);
    expect(files.readSecret(path)).toEqual(exposed(path));
  });

  it("refuses a folder, a device and a socket", async () => {
    const folder = join(newFolder(), "folder");
    mkdirSync(folder, { mode: 0o700 });
    const socket = join(newFolder(), "socket");
    const server = createServer();
    await new Promise<void>((settle) => server.listen(socket, settle));
    for (const path of [folder, "/dev/null", socket]) {
      expect(files.readSecret(path)).toEqual(exposed(path));
    }
    server.close();
  });

  it("refuses more than 4,096 bytes", () => {
    expect(files.readSecret(secretFile("x".repeat(4096)))).toMatchObject({ ok: true });
    const path = secretFile("x".repeat(4097));
    expect(files.readSecret(path)).toEqual({
      ok: false,
      failure: { type: "file-too-large", path, limit: 4096 },
    });
  });

  it("refuses what is no UTF-8", () => {
    const path = secretFile(new Uint8Array([0x61, 0xff]));
    expect(files.readSecret(path)).toEqual({ ok: false, failure: { type: "file-not-text", path } });
  });

  it("names a file that is missing", () => {
    const path = join(newFolder(), "missing");
    expect(files.readSecret(path)).toEqual({ ok: false, failure: { type: "file-missing", path } });
  });
});

describe("reading a passphrase from a descriptor", () => {
  it("reads to the end and leaves the descriptor open", () => {
    const descriptor = openSync(secretFile("secret\n", 0o644), "r");
    expect(files.readDescriptor(descriptor)).toEqual({ ok: true, value: "secret\n" });
    closeSync(descriptor);
  });

  it("waits for the other end of a pipe, also in non-blocking mode", async () => {
    const path = join(newFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    const writer = spawn("sh", [
      "-c",
      'exec 3>"$0"; sleep 0.1; printf "sec" >&3; sleep 0.1; echo "ret" >&3',
      path,
    ]);
    // Opening for reading waits for the writer to be there.
    const waiting = await open(path, "r");
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    await waiting.close();
    expect(files.readDescriptor(descriptor)).toEqual({ ok: true, value: "secret\n" });
    closeSync(descriptor);
    writer.kill();
  });

  it("refuses more than 4,096 bytes, however many follow", () => {
    const descriptor = openSync("/dev/zero", "r");
    expect(files.readDescriptor(descriptor)).toEqual({
      ok: false,
      failure: { type: "file-too-large", path: `descriptor ${descriptor}`, limit: 4096 },
    });
    closeSync(descriptor);
  });

  it("says that a descriptor is not open", () => {
    expect(files.readDescriptor(99_999)).toEqual({
      ok: false,
      failure: { type: "file-failed", path: "descriptor 99999", code: "EBADF" },
    });
  });
});
