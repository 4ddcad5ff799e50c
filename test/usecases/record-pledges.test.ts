import { describe, expect, it } from "vitest";
import type { Day } from "../../src/domain/day.ts";
import { code, everybody, inVault, pledging, record, sign, today, walkout } from "./recording.ts";

describe("recording what people will do", () => {
  it("says again what was said without touching its day, its state or a signature", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana", code, actions: pledging(sign) }], "2026-11-10" as Day);
      const id = vault.people.byCode(code)?.id;
      const [before] = id === undefined ? [] : vault.pledges.of(id);
      if (id === undefined || before === undefined) throw new Error("nobody");
      vault.pledges.put({ ...before, state: "confirmed" });
      record(vault, [{ code, actions: pledging(sign), display: "named" }]);
      expect(vault.pledges.of(id)).toEqual([{ ...before, state: "confirmed", display: "named" }]);
      expect(vault.letters.signaturesOf(id)).toEqual([]);
      record(vault, [{ code, actions: pledging(sign, { kind: "at-least", people: 30 }) }]);
      expect(vault.pledges.of(id)).toEqual([
        {
          ...before,
          condition: { kind: "at-least", people: 30 },
          display: "named",
          state: "pledged",
          since: today,
        },
      ]);
      expect(vault.letters.signaturesOf(id)).toEqual([]);
    }, true);
  });

  it("puts a new yes under the text that is fixed, but none from before it was", async () => {
    await inVault((vault) => {
      record(vault, [
        { name: "Before", actions: pledging(sign), day: "2026-11-20" as Day },
        { name: "Same day", actions: pledging(sign), day: "2026-11-21" as Day },
        { name: "Today", actions: pledging(sign) },
        { name: "Other", actions: pledging(walkout) },
      ]);
      const signed = everybody(vault).map(({ name, id }) => [
        name,
        vault.letters.signaturesOf(id).map(({ signedOn }) => signedOn),
      ]);
      expect(Object.fromEntries(signed)).toEqual({
        Before: [],
        "Same day": ["2026-11-21"],
        Today: [today],
        Other: [],
      });
    }, true);
  });

  it("changes the display of all that was said when it is named alone", async () => {
    await inVault((vault) => {
      record(vault, [{ name: "Ana", code, actions: [...pledging(sign), ...pledging(walkout)] }]);
      record(vault, [{ code, display: "role" }]);
      const id = vault.people.byCode(code)?.id;
      expect(id && vault.pledges.of(id).map(({ display }) => display)).toEqual(["role", "role"]);
    });
  });
});
