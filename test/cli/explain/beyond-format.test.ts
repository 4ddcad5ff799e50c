/** A file that nobody could read is not written, and whoever asked for it hears why. */
import { describe, expect, it } from "vitest";

import { explain } from "../../../src/cli/explain/explain.ts";
import type { CommitteeFailure } from "../../../src/domain/committee/failures.ts";
import type { LetterName } from "../../../src/domain/letters/letter.ts";

const said = (failure: CommitteeFailure): string => {
  const { message, hint, exitCode } = explain(failure);
  return `${message}\n${hint}\n${exitCode}`;
};

describe("what is beyond a format", () => {
  it("is said to be of the file that it was to stand in, with the bounds of that", () => {
    const beyond = (kind: "committee" | "tally" | "signers", what: string) =>
      said({ type: "file-beyond-format", kind, what });
    expect(beyond("committee", "line 104: there are too many texts")).toMatchInlineSnapshot(`
      "the next number of the committee file would be one that nobody can read: line 104: there are too many texts
      it holds up to 256 members, 100 letters and 16 MiB; nothing was written, and no number is used up
      5"
    `);
    expect(beyond("tally", "there are too many people in it")).toMatchInlineSnapshot(`
      "the tally would be one that nobody can read: there are too many people in it
      a tally holds up to 100,000 people and 16 MiB, and is for up to 256 readers: name fewer with --to; nothing was written, and no number is used up
      5"
    `);
    expect(beyond("signers", "line 1: no list of signers is as long as this"))
      .toMatchInlineSnapshot(`
      "the list of signers would be one that nobody can read: line 1: no list of signers is as long as this
      it holds up to 50,000 people and 16 MiB; nothing was written, and no number is used up
      5"
    `);
  });

  it("is said to be of the letter that it was in", () => {
    const letter = "first" as LetterName;
    const what = "the text is too long";
    expect(said({ type: "letter-beyond-format", letter, what })).toMatchInlineSnapshot(`
      "the letter first could not be sent to a committee: the text is too long
      make it shorter or plainer with "pledge letter edit first" while it is a draft; nothing was fixed or written
      5"
    `);
  });
});
