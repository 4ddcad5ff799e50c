import { isAbsolute } from "node:path";

import { describe, expect, it } from "vitest";

import { defaultVault } from "../../../src/adapters/system/places.ts";

describe("the default vault", () => {
  it("stands in the data folder that XDG names", () => {
    const env = { HOME: "/home/rowan", XDG_DATA_HOME: "/srv/data" };
    expect(defaultVault(env, "linux")).toBe("/srv/data/pledge");
  });

  it("ignores an XDG data folder that is empty or relative", () => {
    for (const relative of ["", "data", "./data", "../data", "~/data"]) {
      const env = { HOME: "/home/rowan", XDG_DATA_HOME: relative };
      expect(defaultVault(env, "linux")).toBe("/home/rowan/.local/share/pledge");
    }
  });

  it("stands with the other applications' data on macOS, whatever XDG says", () => {
    const env = { HOME: "/Users/rowan", XDG_DATA_HOME: "/srv/data" };
    expect(defaultVault(env, "darwin")).toBe("/Users/rowan/Library/Application Support/pledge");
  });

  it("asks the system for the home folder where the environment has none to offer", () => {
    for (const env of [{}, { HOME: "" }, { HOME: "rowan" }]) {
      expect(isAbsolute(defaultVault(env, "linux"))).toBe(true);
    }
  });
});
