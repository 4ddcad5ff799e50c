import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseHandle } from "../../../src/domain/committee/handle.ts";
import { anyText } from "../../support/campaigns.ts";

describe("a handle", () => {
  it("is 2 to 24 lower-case letters, digits and hyphens inside", () => {
    for (const handle of ["ro", "rowan", "x1", "a-b", "h".repeat(24)])
      expect(parseHandle(handle), handle).toBe(handle);
  });

  it("is nothing else, and nothing is made of it", () => {
    const none = [
      "",
      "r",
      "h".repeat(25),
      "Rowan",
      " rowan",
      "rowan\n",
      "-rowan",
      "rowan-",
      "a--b",
    ];
    for (const text of [...none, "röwan", "row an", "rowan@example.org", "ｒowan"])
      expect(parseHandle(text), text).toBeUndefined();
    fc.assert(
      fc.property(anyText(30), (text) => {
        const handle = parseHandle(text);
        expect(handle === undefined || /^[a-z0-9-]{2,24}$/u.test(text)).toBe(true);
      }),
    );
  });
});
