import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { describe, expect, it } from "vitest";

import { findBrowser } from "../../../src/adapters/print/find-browser.ts";
import { newFolder } from "../system/folder.ts";

/** A file that would leave a trace if anybody ran it. */
const install = (path: string, mode = 0o755): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\ntouch ${JSON.stringify(`${path}.was-run`)}\n`);
  chmodSync(path, mode);
};

describe("the search for a browser that prints", () => {
  it("finds nothing on an empty or missing PATH", () => {
    expect(findBrowser({}, [])).toBeUndefined();
    expect(findBrowser({ PATH: "" }, [])).toBeUndefined();
    expect(findBrowser({ PATH: newFolder() }, [])).toBeUndefined();
  });

  it.each([
    ["chromium", "Chromium"],
    ["chromium-browser", "Chromium"],
    ["google-chrome", "Google Chrome"],
    ["google-chrome-stable", "Google Chrome"],
    ["chrome", "Google Chrome"],
    ["microsoft-edge", "Microsoft Edge"],
    ["brave-browser", "Brave"],
    ["brave", "Brave"],
  ])("knows %s", (command, name) => {
    const folder = newFolder();
    install(join(folder, command));
    const path = join(folder, command);
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, [])).toEqual({ name, path });
  });

  it("takes the first of its list, in whatever order PATH has them", () => {
    const [first, second] = [newFolder(), newFolder()];
    install(join(first, "brave-browser"));
    install(join(second, "chromium"));
    expect(findBrowser({ PATH: `${first}:${second}` }, [])?.name).toBe("Chromium");
  });

  it("leaves office programs out, which cannot be kept from the network", () => {
    const folder = newFolder();
    install(join(folder, "soffice"));
    install(join(folder, "libreoffice"));
    install(join(folder, "LibreOffice.app/Contents/MacOS/soffice"));
    expect(findBrowser({ PATH: folder }, [folder])).toBeUndefined();
  });

  it("passes over a snap, which would not see the letter", () => {
    const [folder, snaps] = [newFolder(), newFolder()];
    install(join(folder, "snap"));
    symlinkSync(join(folder, "snap"), join(snaps, "chromium"));
    expect(findBrowser({ PATH: snaps }, [])).toBeUndefined();
    install(join(folder, "brave"));
    expect(findBrowser({ PATH: `${snaps}:${folder}` }, [])?.name).toBe("Brave");
  });

  it("looks into the applications folders of macOS, the one at home included", () => {
    const [system, home] = [newFolder(), newFolder()];
    install(join(system, "Brave Browser.app/Contents/MacOS/Brave Browser"));
    expect(findBrowser({}, [system])?.name).toBe("Brave");
    install(join(home, "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    expect(findBrowser({ HOME: home })?.name).toBe("Google Chrome");
  });

  it("passes over folders, files that cannot be run and links that lead nowhere", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "chromium"));
    install(join(folder, "google-chrome"), 0o644);
    expect(findBrowser({ PATH: folder }, [])).toBeUndefined();
  });

  it("never takes a program from the folder one happens to stand in", () => {
    const folder = newFolder();
    install(join(folder, "chromium"));
    install(join(folder, "bin/chromium"));
    const from = process.cwd();
    process.chdir(folder);
    try {
      expect(findBrowser({ PATH: ":.:bin:./bin" }, [])).toBeUndefined();
    } finally {
      process.chdir(from);
    }
  });
});
