import { describe, expect, it } from "vitest";

import { fail, ok } from "../../src/domain/result.ts";
import type { Hash } from "../../src/domain/tallies/tally.ts";
import { createOpener } from "../../src/usecases/open-file.ts";
import type { Opened } from "../../src/usecases/open-file.ts";

const mebibyte = 1024 * 1024;

/** What a file of that name holds once it is opened: a payload of so many MiB that begins as a tally does. */
const payloadOf = (mebibytes: number, kind = "pledge-tally"): Uint8Array => {
  const payload = new Uint8Array(mebibytes * mebibyte);
  payload.set(new TextEncoder().encode(`{"number":3,"type":"${kind}","v":1}\n`));
  return payload;
};

/** A session key packet's first octet, and how many MiB come out of it. */
const sealedFile = (mebibytes: number): Uint8Array => Uint8Array.of(0xc1, 0xff, mebibytes);

const openerOf = (files: Readonly<Record<string, Uint8Array>>) => {
  const unsealed: number[] = [];
  const opener = createOpener(
    {
      files: {
        ends: async () => undefined,
        readBytes: async (path, limit = 0) => {
          const bytes = files[path];
          if (bytes === undefined) return fail({ type: "file-missing", path });
          return bytes.length > limit ? fail({ type: "file-too-large", path, limit }) : ok(bytes);
        },
      },
    },
    async (file) => {
      const mebibytes = file[2] ?? 0;
      unsealed.push(mebibytes);
      const sha256 = "0".repeat(64) as Hash;
      return ok({ payload: payloadOf(mebibytes), signatures: [], sha256 });
    },
    { glimpse: () => "0".repeat(64) as Hash, known: () => undefined },
    { secret: new Uint8Array() },
  );
  const open = async (path: string): Promise<Opened> => {
    const found = await opener.open(path, false);
    if (found.status !== "opened") throw new Error(found.status);
    return found;
  };
  return { opener, open, unsealed };
};

describe("files that are opened before any is taken in", () => {
  it("are kept in memory as far as there is room, and opened again where there is none", async () => {
    const { open, unsealed } = openerOf({
      a: sealedFile(120),
      b: sealedFile(100),
      c: sealedFile(60),
    });
    const opened = [await open("a"), await open("b"), await open("c")];
    expect(unsealed).toEqual([120, 100, 60]);
    for (const one of opened) {
      const again = await one.unsealed();
      expect(again.ok && again.value.payload.length).toBe(
        { a: 120, b: 100, c: 60 }[one.path as "a"] * mebibyte,
      );
    }
    expect(unsealed).toEqual([120, 100, 60, 100]);
  });

  it("are told apart by what they say they are", async () => {
    const { open } = openerOf({ a: sealedFile(1), key: Uint8Array.of(0xc6, 0xff) });
    expect(await open("a")).toMatchObject({ kind: "tally", number: 0, sha256: "0".repeat(64) });
    const key = await open("key");
    expect([key.kind, key.sha256]).toEqual(["join", undefined]);
    expect(await key.unsealed()).toMatchObject({ failure: { type: "file-for-other-command" } });
  });

  it("may be gone, too large, or none of ours: passed over in a folder, refused where they are named", async () => {
    const { opener } = openerOf({
      large: new Uint8Array(33 * mebibyte),
      text: new TextEncoder().encode("notes"),
    });
    expect(await opener.open("gone", true)).toMatchObject({ failure: { type: "file-missing" } });
    expect(await opener.open("large", true)).toEqual({ status: "passed-over", why: "large" });
    expect(await opener.open("large", false)).toMatchObject({
      failure: { type: "file-too-large" },
    });
    expect(await opener.open("text", true)).toEqual({ status: "passed-over", why: "other" });
  });
});
