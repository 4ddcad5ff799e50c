import { describe, expect, it } from "vitest";

import type { TeamKey } from "../../../src/domain/campaign/campaign.ts";
import { holdBack, ownWordsOf } from "../../../src/domain/letters/hold-back.ts";
import type { OwnWord } from "../../../src/domain/letters/hold-back.ts";
import type { SignerLine } from "../../../src/domain/letters/signers.ts";

const cloud = "cloud" as TeamKey;
const ana: SignerLine = { name: "Ana Gómez", role: "SRE", team: cloud, supporter: false };
const bo: SignerLine = { name: "Bo", supporter: false };
const engineer: SignerLine = { role: "SRE", team: cloud, supporter: false };

const held = (lines: readonly SignerLine[], ...words: readonly OwnWord[]) =>
  holdBack(
    { turf: [cloud], lines, counted: { inTurf: 1, elsewhere: 2, supporters: 3 } },
    ownWordsOf(words),
  );

describe("names of other lists", () => {
  it("stay where our own vault says nothing of them, or that they may be named", () => {
    const { list, held: names } = held(
      [ana, bo, engineer],
      { name: "Cy", word: "gone" },
      { name: "Bo", word: "named" },
    );
    expect(list.lines).toEqual([ana, bo, engineer]);
    expect(names).toEqual({ gone: [], number: [] });
  });

  it("go with whoever took the signature back with us, however she is written", () => {
    const { list, held: names } = held([ana, bo], { name: "ANA GO\u0301MEZ", word: "gone" });
    expect(list).toMatchObject({
      lines: [bo],
      counted: { inTurf: 1, elsewhere: 2, supporters: 3 },
    });
    expect(names).toEqual({ gone: ["ana gómez"], number: [] });
  });

  it("become a number, in the place of the name, for whoever asked us for that", () => {
    const grace: SignerLine = { name: "Grace", supporter: true };
    const { list, held: names } = held(
      [ana, bo, grace],
      { name: "Ana Gómez", role: "sre", word: "number" },
      { name: "Bo", word: "number" },
      { name: "Grace", word: "number" },
    );
    expect(list).toMatchObject({
      lines: [],
      counted: { inTurf: 2, elsewhere: 3, supporters: 4 },
    });
    expect(names.number).toEqual(["ana gómez", "bo", "grace"]);
  });

  it("are of somebody else where the roles differ, or where somebody of that name may be named", () => {
    expect(held([ana], { name: "Ana Gómez", role: "Designer", word: "gone" }).list.lines).toEqual([
      ana,
    ]);
    const both = held(
      [ana],
      { name: "Ana Gómez", word: "gone" },
      { name: "Ana Gómez", word: "named" },
    );
    expect(both.list.lines).toEqual([ana]);
  });

  it("are gone where one of two people of that name is, and the other is a number", () => {
    const { held: names } = held(
      [ana],
      { name: "Ana Gómez", word: "number" },
      { name: "Ana Gómez", word: "gone" },
    );
    expect(names).toEqual({ gone: ["ana gómez"], number: [] });
  });
});
