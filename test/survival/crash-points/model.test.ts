/** The replay itself: it understands what strace writes, does what the disk did, and sees a writer who is careless. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { describeWith } from "../../support/programs.ts";
import { createHome } from "../../support/real-pledge.ts";
import { crashStates, keyOf, treeAfter } from "./crash-states.ts";
import { createDisk } from "./disk.ts";
import { runTraced } from "./run-traced.ts";
import type { Run } from "./run-traced.ts";
import { edges } from "./sectors.ts";
import { callsIn, descriptorPathsIn, stringsIn } from "./strace-log.ts";

const escaped = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");

describe("a log of strace", () => {
  it("is read as calls in the order in which they ended", () => {
    const log = [
      `11 openat(AT_FDCWD<${escaped("/a")}>, "${escaped("b")}", O_RDWR|O_CREAT, 0600 <unfinished ...>`,
      `12 write(7<${escaped("/a/c")}>, "${escaped('x", <y>) = 3')}", 12) = 12`,
      `11 <... openat resumed>) = 9<${escaped("/a/b")}>`,
      `12 unlink("${escaped("/a/d")}") = -1 ENOENT (No such file or directory)`,
      `12 --- SIGCHLD {si_signo=SIGCHLD} ---`,
      `11 fsync(9<${escaped("/a/b")}>(deleted)) = 0`,
      `12 close(7<${escaped("/a/c")}> <unfinished ...>`,
      `12 <... close resumed>) = ?`,
      `11 +++ exited with 0 +++`,
    ];
    const calls = callsIn(`${log.join("\n")}\n`);
    expect(calls.map(({ name, result }) => [name, result])).toEqual([
      ["write", 12],
      ["openat", 9],
      ["fsync", 0],
    ]);
    expect(calls.map((call) => stringsIn(call).map(String))).toEqual([['x", <y>) = 3'], ["b"], []]);
    expect(calls.map(descriptorPathsIn)).toEqual([["/a/c"], ["/a"], ["/a/b"]]);
  });

  it("is refused where a string was cut short, or a line is not understood", () => {
    const [cut] = callsIn(`11 write(7, "${escaped("ab")}"..., 9) = 9`);
    expect(() => cut && stringsIn(cut)).toThrow("cut");
    expect(() => callsIn("write(7) = 9")).toThrow("no thread");
    expect(() => callsIn("11 something else")).toThrow("no line of strace");
  });
});

it("a writing is cut at every edge of a sector, or at the middle one of many", () => {
  expect(edges(0, 512)).toEqual([]);
  expect(edges(0, 2048)).toEqual([512, 1024, 1536]);
  expect(edges(56, 1000)).toEqual([456, 968]);
  expect(edges(0, 4096)).toEqual([2048]);
});

/** Runs a script whose `place` is a folder with a file `old` in it. */
const scripted = (script: string): Run => {
  const home = createHome();
  const begun = join(home.folder, "begun");
  mkdirSync(begun);
  writeFileSync(join(begun, "file"), "old");
  const head = `import fs from "node:fs"; const place = process.argv.at(-1);
    const file = place + "/file"; const part = place + "/part";
    const sync = (path) => { const one = fs.openSync(path); fs.fsyncSync(one); fs.closeSync(one); };\n`;
  const program = home.file("script.mjs", head + script);
  return runTraced(home, begun, (place) => [join(place, "vault")], [process.execPath, program]);
};

/** What may stand in the file after a crash, and after one when the script had ended. */
const contents = ({ before, changes }: Run) => {
  const all = [...crashStates(before, changes)].map(({ tree, acknowledged }) => ({
    content: tree.get("vault/file")?.toString() ?? "nothing",
    acknowledged,
  }));
  const distinct = (of: typeof all) => [...new Set(of.map(({ content }) => content))].toSorted();
  return [distinct(all), distinct(all.filter(({ acknowledged }) => acknowledged))];
};

describeWith(["strace"], "the replay of a script", () => {
  it("does to its files what the script did to them", () => {
    const { before, after, changes } = scripted(`
      fs.mkdirSync(place + "/a/b", { recursive: true });
      await Promise.all(Array.from({ length: 40 }, async (_, n) => {
        const path = place + "/a/" + n;
        await fs.promises.writeFile(path, "x".repeat(n * 100));
        const one = await fs.promises.open(path, "r+");
        await one.write("yy", n * 50);
        await one.writev([Buffer.from("z"), Buffer.from("zz")], 1);
        await one.truncate(n * 90);
        await one.close();
        if (n % 3 === 0) await fs.promises.rename(path, place + "/a/b/" + n);
        if (n % 3 === 1) await fs.promises.link(path, place + "/a/b/" + n);
        if (n % 4 === 1) await fs.promises.rm(path, { force: true });
      }));
      fs.writeFileSync(file, "shorter"); fs.writeFileSync(file, "s");
      fs.writeFileSync(place + "/one", "1"); fs.linkSync(place + "/one", place + "/two");
      fs.renameSync(place + "/one", place + "/two");
      fs.mkdirSync(place + "/c"); fs.rmdirSync(place + "/c");
      fs.renameSync(place + "/a/b", place + "/b");
      const late = fs.openSync(place + "/b/0", "w"); fs.rmSync(place + "/b/0");
      fs.writeSync(late, "nowhere"); fs.closeSync(late);`);
    const there = createDisk(after).tree("now", "now");
    expect(there.size).toBeGreaterThan(40);
    expect(keyOf(treeAfter(before, changes))).toBe(keyOf(there));
  });

  it.each([
    [
      "content that was not synced before it got its name",
      `fs.writeFileSync(part, "new"); fs.renameSync(part, file); sync(place); console.log();`,
      ["", "new", "old"],
      ["", "new"],
    ],
    [
      "a name that was not synced",
      `fs.writeFileSync(part, "new"); sync(part); fs.renameSync(part, file); console.log();`,
      ["new", "old"],
      ["new", "old"],
    ],
    [
      "a file that was written over",
      `fs.writeFileSync(file, "n".repeat(600)); sync(file); console.log();`,
      ["", "n".repeat(512), "n".repeat(600), "old"],
      ["n".repeat(600)],
    ],
    [
      "nothing but the whole of what was done with care",
      `fs.writeFileSync(part, "new"); sync(part); fs.renameSync(part, file); sync(place); console.log();`,
      ["new", "old"],
      ["new"],
    ],
  ])("shows %s", (_, script, ever, acknowledged) => {
    expect(contents(scripted(script))).toEqual([ever, acknowledged]);
  });
});
