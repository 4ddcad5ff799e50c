import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it } from "vitest";

import { fileEnds } from "../../../src/adapters/system/file-ends.ts";

const folder = mkdtempSync(join(tmpdir(), "pledge-"));
const path = join(folder, "file");

it("are the first and the last bytes, and all of a file that is shorter", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 40 }),
      fc.integer({ min: 1, max: 20 }),
      async (bytes, some) => {
        writeFileSync(path, bytes);
        expect(await fileEnds(path, some)).toEqual({
          length: bytes.length,
          first: bytes.slice(0, some),
          last: bytes.slice(-some),
        });
      },
    ),
  );
});

it("are nothing where there is no file, or no regular one: a pipe is left as it is", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  for (const one of [join(folder, "none"), folder, pipe, "/dev/zero", "-"])
    expect(await fileEnds(one, 10)).toBeUndefined();
});
