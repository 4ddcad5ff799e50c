/** The letter with 500 names that try everything, opened by a real browser without a network: it asks for nothing. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { defaultTreeAdapter as tree, parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { afterAll, beforeAll, expect, it } from "vitest";

import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { entriesOf, naughtyList } from "../../support/naughty-names.ts";
import { describeWith } from "../../support/programs.ts";
import { letter, sampleText } from "./sample-letters.ts";

type Node = DefaultTreeAdapterTypes.Node;

const run = promisify(execFile);

let folder: string;

interface Opened {
  /** Of the page; the browser's own, to look for updates, have no page that they start from. */
  readonly requests: readonly string[];
  readonly console: readonly string[];
  readonly dom: string;
}

interface NetLog {
  readonly events: readonly {
    readonly params?: { readonly initiator?: string; readonly url?: string };
  }[];
}

const open = async (name: string, html: string): Promise<Opened> => {
  const file = join(folder, `${name}.html`);
  const log = join(folder, `${name}.json`);
  writeFileSync(file, html);
  const { stdout, stderr } = await run(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      `--user-data-dir=${join(folder, `${name}-browser`)}`,
      "--enable-logging=stderr",
      `--log-net-log=${log}`,
      "--dump-dom",
      `file://${file}`,
    ],
    { maxBuffer: 2 ** 26 },
  );
  // A log that was not written to its end is no JSON, and does not pass for an empty one.
  const { events } = JSON.parse(readFileSync(log, "utf8")) as NetLog;
  return {
    requests: events.flatMap(({ params }) =>
      params?.initiator === undefined || params.initiator === "not an origin"
        ? []
        : [params.url ?? "?"],
    ),
    console: stderr.split("\n").filter((line) => line.includes(":CONSOLE:")),
    dom: stdout,
  };
};

const nodesIn = (node: Node): readonly Node[] =>
  "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];

const textIn = (node: Node): string =>
  nodesIn(node)
    .map((one) => (tree.isTextNode(one) ? one.value : ""))
    .join("");

describeWith(["chromium"], "the letter in a browser", () => {
  const html = createDocuments().write(letter(sampleText, { signatories: naughtyList }), "html");

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "pledge-naughty-"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("would be caught if it asked for anything, or ran anything", async () => {
    const { requests, console } = await open(
      "caught",
      '<!doctype html><img src="http://t.invalid/p.gif"><script>console.error("ran")</script>',
    );
    expect(requests).toContain("http://t.invalid/p.gif");
    expect(console.join("\n")).toContain('"ran"');
  });

  it("asks for nothing, complains of nothing, and shows every name in its order", async () => {
    const { requests, console, dom } = await open("letter", html);
    expect(requests).toEqual([]);
    expect(console).toEqual([]);
    const shown = nodesIn(parse(dom))
      .filter((node) => tree.isElementNode(node) && node.tagName === "section")
      .flatMap(nodesIn)
      .filter((node) => tree.isElementNode(node) && node.tagName === "li")
      .map(textIn);
    expect(shown).toEqual(entriesOf(naughtyList));
  });

  it("asks for nothing even without the policy that forbids it to", async () => {
    const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, "");
    expect(bare).not.toContain("Content-Security-Policy");
    const { requests, console } = await open("bare", bare);
    expect(requests).toEqual([]);
    expect(console).toEqual([]);
  });
});
