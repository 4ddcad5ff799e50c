import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { describe, expect, it } from "vitest";

import { findPdfEngine } from "../../../src/adapters/system/pdf-engine.ts";
import { newFolder } from "./folder.ts";

/** A file that would leave a trace if anybody ran it. */
const install = (path: string, mode = 0o755): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\ntouch ${JSON.stringify(`${path}.was-run`)}\n`);
  chmodSync(path, mode);
};

describe("the search for a PDF engine", () => {
  it("finds nothing on an empty or missing PATH", () => {
    expect(findPdfEngine({}, [])).toBeUndefined();
    expect(findPdfEngine({ PATH: "" }, [])).toBeUndefined();
    expect(findPdfEngine({ PATH: newFolder() }, [])).toBeUndefined();
  });

  it.each([
    ["chromium", "Chromium"],
    ["chromium-browser", "Chromium"],
    ["google-chrome", "Google Chrome"],
    ["google-chrome-stable", "Google Chrome"],
    ["chrome", "Google Chrome"],
    ["microsoft-edge", "Microsoft Edge"],
    ["brave-browser", "Brave"],
    ["soffice", "LibreOffice"],
    ["libreoffice", "LibreOffice"],
  ])("knows %s", (command, name) => {
    const folder = newFolder();
    install(join(folder, command));
    expect(findPdfEngine({ PATH: `/nowhere:${folder}` }, [])).toBe(name);
  });

  it("prefers a browser to an office suite, in whatever order PATH has them", () => {
    const [first, second] = [newFolder(), newFolder()];
    install(join(first, "soffice"));
    install(join(second, "brave-browser"));
    expect(findPdfEngine({ PATH: `${first}:${second}` }, [])).toBe("Brave");
  });

  it("looks into the applications folders of macOS, the one at home included", () => {
    const [system, home] = [newFolder(), newFolder()];
    install(join(system, "LibreOffice.app/Contents/MacOS/soffice"));
    expect(findPdfEngine({}, [system])).toBe("LibreOffice");
    install(join(home, "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    expect(findPdfEngine({ HOME: home })).toBe("Google Chrome");
  });

  it("passes over folders, files that cannot be run and links that lead nowhere", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "chromium"));
    install(join(folder, "google-chrome"), 0o644);
    expect(findPdfEngine({ PATH: folder }, [])).toBeUndefined();
  });

  it("never takes a program from the folder one happens to stand in", () => {
    const folder = newFolder();
    install(join(folder, "chromium"));
    install(join(folder, "bin/chromium"));
    const from = process.cwd();
    process.chdir(folder);
    try {
      expect(findPdfEngine({ PATH: ":.:bin:./bin" }, [])).toBeUndefined();
    } finally {
      process.chdir(from);
    }
  });
});
