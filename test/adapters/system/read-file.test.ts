import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createFiles } from "../../../src/adapters/system/files.ts";
import { heldByModes, newFolder } from "./folder.ts";

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}

const files = createFiles(() => chunksOf());

const fileWith = (content: string | Uint8Array): string => {
  const path = join(newFolder(), "people.jsonl");
  writeFileSync(path, content);
  return path;
};

describe("reading a text", () => {
  it("gives the text of a file, every line break as it stands", async () => {
    const path = fileWith("Ana Gómez\r\nÁsta 🐦\n");
    expect(await files.read(path)).toEqual({ ok: true, value: "Ana Gómez\r\nÁsta 🐦\n" });
    expect(await files.read(fileWith(""))).toEqual({ ok: true, value: "" });
  });

  it("drops one byte order mark", async () => {
    expect(await files.read(fileWith("\uFEFF{}"))).toEqual({ ok: true, value: "{}" });
  });

  it("reads standard input for a hyphen, characters cut in two by chunks included", async () => {
    const bytes = Buffer.from("né 🐦");
    const stdin = chunksOf(bytes.subarray(0, 2), bytes.subarray(2, 6), bytes.subarray(6));
    expect(await createFiles(() => stdin).read("-")).toEqual({ ok: true, value: "né 🐦" });
  });

  it("names a file that is missing, and one whose folder is a file", async () => {
    const path = fileWith("");
    for (const missing of [`${path}.not`, join(path, "inside")]) {
      expect(await files.read(missing)).toEqual({
        ok: false,
        failure: { type: "file-missing", path: missing },
      });
    }
  });

  it("says that a folder cannot be read", async () => {
    const path = join(newFolder(), "folder");
    mkdirSync(path);
    expect(await files.read(path)).toEqual({
      ok: false,
      failure: { type: "file-failed", path, code: "EISDIR" },
    });
  });

  it("says that a file of others cannot be read", async () => {
    const path = fileWith("");
    chmodSync(path, 0o000);
    const read = await heldByModes(join(path, ".."), () => files.read(path));
    expect(read).toEqual({ ok: false, failure: { type: "file-failed", path, code: "EACCES" } });
  });

  it("reads up to the limit and not a byte more", async () => {
    const path = fileWith("four");
    expect(await files.read(path, 4)).toEqual({ ok: true, value: "four" });
    expect(await files.read(path, 3)).toEqual({
      ok: false,
      failure: { type: "file-too-large", path, limit: 3 },
    });
  });

  it("stops reading what has no end", async () => {
    expect(await files.read("/dev/zero", 1000)).toMatchObject({
      failure: { type: "file-too-large" },
    });
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1;
        yield new Uint8Array(100);
      }
    }
    expect(await createFiles(() => endless()).read("-", 1000)).toMatchObject({
      failure: { type: "file-too-large", path: "-", limit: 1000 },
    });
    expect(given).toBe(11);
  });

  it("refuses bytes that are no UTF-8, cut and overlong characters and surrogates included", async () => {
    const wrong = [[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff, 0xfe, 0x41, 0x00]];
    for (const bytes of wrong) {
      const path = fileWith(new Uint8Array(bytes));
      expect(await files.read(path)).toEqual({
        ok: false,
        failure: { type: "file-not-text", path },
      });
    }
  });

  it("gives back whatever was text, and a failure for every other bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (bytes) => {
        const read = await createFiles(() => chunksOf(bytes)).read("-");
        const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
        const text = bytes.subarray(isMarked ? 3 : 0);
        const back = Buffer.from(Buffer.from(text).toString("utf8"));
        // What does not survive decoding and encoding was no UTF-8.
        if (back.equals(text)) expect(read).toEqual({ ok: true, value: back.toString("utf8") });
        else expect(read).toMatchObject({ failure: { type: "file-not-text" } });
      }),
    );
  });
});
