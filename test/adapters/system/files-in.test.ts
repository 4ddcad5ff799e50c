import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { filesIn } from "../../../src/adapters/system/files-in.ts";
import { newFolder } from "./folder.ts";

describe("the files in a folder", () => {
  it("are the regular ones, by name; hidden ones, folders and links are passed over", async () => {
    const folder = newFolder();
    for (const name of ["b.pgp", "a.asc", ".hidden", ".a.tmp"])
      writeFileSync(join(folder, name), "x");
    mkdirSync(join(folder, "deeper"));
    writeFileSync(join(folder, "deeper", "c.pgp"), "x");
    symlinkSync(join(folder, "b.pgp"), join(folder, "link.pgp"));
    expect(await filesIn(folder)).toEqual({
      ok: true,
      value: [join(folder, "a.asc"), join(folder, "b.pgp")],
    });
  });

  it("are nothing for a file, and a failure for what is not there", async () => {
    const folder = newFolder();
    const file = join(folder, "file");
    writeFileSync(file, "x");
    expect(await filesIn(file)).toEqual({ ok: true, value: undefined });
    const missing = join(folder, "missing");
    expect(await filesIn(missing)).toEqual({
      ok: false,
      failure: { type: "file-missing", path: missing },
    });
  });
});
