import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { done, keyOf, masked, readAloud } from "../../support/committee-world.ts";
import { founder, nothing, stateOf } from "./inviting.ts";

describe("pledge invite keeps and writes nothing", () => {
  it("after three wrong tries with one joiner", async () => {
    const { rowan, heron, files, output } = await founder();
    const right = readAloud(await keyOf(heron));
    rowan.answers([right, right, "a", "b", "c", "d", "e", "f"]);
    const shown = await rowan.transcript("invite", ...files, "-o", output);
    expect(shown).toMatchInlineSnapshot(`
      "$ pledge invite ~/heron.join ~/wren.join -o ~/committee.pledge
      ! pledge: error: the key in the file is not wren's, as far as it was compared
      ! pledge: hint: somebody may have exchanged the file: get it from wren again, by another way; nothing was changed
      [exit 5]"
    `);
    expect({ file: existsSync(output), ...(await stateOf(rowan)) }).toEqual({
      file: false,
      ...nothing,
    });
  });

  it.each([1, 2, 4, 6])("when Ctrl-C comes after %d answers", async (answered) => {
    const { rowan, heron, wren, files, output } = await founder();
    const [first, second] = [readAloud(await keyOf(heron)), readAloud(await keyOf(wren))];
    rowan.answers([...[first, first, second, second, ["cloud"], []].slice(0, answered), "^C"]);
    expect((await rowan.pledge("invite", ...files, "-o", output)).exitCode).toBe(130);
    expect({ file: existsSync(output), ...(await stateOf(rowan)) }).toEqual({
      file: false,
      ...nothing,
    });
  });

  it("without a terminal to compare words on", async () => {
    const { rowan, files, output } = await founder();
    expect(await rowan.transcript("invite", ...files, "-o", output)).toMatchInlineSnapshot(`
      "$ pledge invite ~/heron.join ~/wren.join -o ~/committee.pledge
      ! pledge: error: this would ask a question, and there is no terminal to ask it on
      ! pledge: hint: use --fingerprint HANDLE=FINGERPRINT, once for each file
      [exit 2]"
    `);
    expect(await stateOf(rowan)).toEqual(nothing);
  });

  it("without a place for the file, or where another one is", async () => {
    const { rowan, files, output, known } = await founder();
    expect(masked(await rowan.transcript("invite", ...files, ...known))).toMatchInlineSnapshot(`
      "$ pledge invite ~/heron.join ~/wren.join --fingerprint heron=<fingerprint> --fingerprint wren=<fingerprint>
      ! pledge: error: -o is missing: the committee's file goes to everybody in it
      ! pledge: hint: say where it shall be: -o committee.pledge
      [exit 2]"
    `);
    rowan.file("committee.pledge", "mine");
    expect((await rowan.pledge("invite", ...files, ...known, "-o", output)).exitCode).toBe(6);
    expect(rowan.read("committee.pledge")).toBe("mine");
    const nowhere = join(rowan.folder, "nowhere", "committee.pledge");
    expect((await rowan.pledge("invite", ...files, ...known, "-o", nowhere)).exitCode).toBe(6);
    expect(await stateOf(rowan)).toEqual(nothing);
  });
});

it("keeps the number when only its file cannot be written, and says how to write it", async () => {
  const { rowan, files, known, output } = await founder();
  const turf = ["--turf", "heron=", "--turf", "wren=", "--turf", "rowan="];
  expect(await rowan.transcript("invite", ...files, "-o", "/dev/full", ...known, ...turf)).toMatch(
    /error: \/dev\/full is there already[^]*Number 1 of the committee file is kept/u,
  );
  await done(rowan, "committee", "export", "-o", output);
});
