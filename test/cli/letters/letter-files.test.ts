/** `letter write` in the formats that office and mail programs open. What is in such a file: the tests of the adapters. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";

import { fail } from "../../../src/domain/result.ts";
import { letterWorld } from "./letter-world.ts";
import type { LetterWorld } from "./letter-world.ts";

const fixed = async (): Promise<LetterWorld> => {
  const world = await letterWorld();
  await world.pledge("letter", "start", "employer-demands");
  await world.pledge("letter", "freeze", "employer-demands", "--yes");
  await world.pledge("confirm", "zoe", "quiet-1");
  return world;
};

const write = ["letter", "write", "employer-demands", "--format"] as const;

describe("letter write", () => {
  it("writes a DOCX file, and sends none to a terminal", async () => {
    const world = await fixed();
    const file = join(world.folder, "letter.docx");
    expect((await world.pledge(...write, "docx", "-o", file)).exitCode).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
    world.onTerminal(true);
    const { exitCode, stdout } = await world.pledge(...write, "docx");
    expect([exitCode, stdout]).toEqual([2, ""]);
  });

  it("writes the draft of an e-mail with the letter as text, as HTML and as PDF", async () => {
    const world = await fixed();
    const [text, html] = [
      (await world.pledge(...write, "txt")).stdout,
      (await world.pledge(...write, "html")).stdout,
    ];
    const { stdout } = await world.pledge(...write, "eml");
    const mail = await PostalMime.parse(stdout);
    expect(mail.subject).toBe("Demands of workers to their employer");
    expect(mail.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(text.trimEnd());
    expect(mail.html?.replaceAll("\r\n", "\n").trimEnd()).toBe(html.trimEnd());
    expect(mail.attachments).toMatchObject([
      { filename: "employer-demands.pdf", mimeType: "application/pdf" },
    ]);
    const content = mail.attachments[0]?.content as ArrayBuffer;
    // The printer of the tests gives back what it was given.
    expect(new TextDecoder().decode(content)).toBe(`letter\n${html}`);
    const json = await world.pledge(...write, "eml", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ format: "eml", content: stdout });
  });

  it("writes no draft where nothing prints the PDF for it", async () => {
    const world = await fixed();
    world.withPrinter({
      find: () => undefined,
      print: async () => fail({ type: "pdf-engine-missing" }),
    });
    const { exitCode, stdout } = await world.pledge(...write, "eml");
    expect([exitCode === 0, stdout]).toEqual([false, ""]);
  });
});
