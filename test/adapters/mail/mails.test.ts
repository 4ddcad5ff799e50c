import { createHook } from "node:async_hooks";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import os from "node:os";
import { fileURLToPath } from "node:url";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, it, vi } from "vitest";
import { everyByte, headersOf, readable, write, writeRaw } from "./sample-drafts.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe("a draft", () => {
  it("is the letter twice and its file", async () => {
    expect(await writeRaw({ attachments: [] })).toMatchInlineSnapshot(`
      "X-Unsent: 1
      Subject: No contracts with the police
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="=_-draft-Part_1"

      --=_-draft-Part_1
      Content-Type: multipart/alternative; boundary="=_-draft-Part_2"

      --=_-draft-Part_2
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      RGVhciBEYW5hIFJvZSwNCg0Kd2UgZGVtYW5kIHRoYXQgRXhhbXBsZSBDb3JwIGVuZCB0aGUgY29u
      dHJhY3QuDQo=
      --=_-draft-Part_2
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64

      PCFkb2N0eXBlIGh0bWw+DQo8cD5EZWFyIERhbmEgUm9lLDwvcD4NCjxwPndlIGRlbWFuZCB0aGF0
      IEV4YW1wbGUgQ29ycCBlbmQgdGhlIGNvbnRyYWN0LjwvcD4NCg==
      --=_-draft-Part_2--

      --=_-draft-Part_1--
      "
    `);
  });

  it("gives back what was put into it", async () => {
    const email = await PostalMime.parse(
      await write({
        subject: "Sin contratos con la policía",
        attachments: [
          { name: "letter.pdf", type: "application/pdf", content: everyByte },
          { name: "empty.pdf", type: "application/pdf", content: new Uint8Array() },
        ],
      }),
    );
    expect(email.subject).toBe("Sin contratos con la policía");
    expect(readable(email.text ?? "")).toBe(
      "Dear Dana Roe,\n\nwe demand that Example Corp end the contract.\n",
    );
    expect(email.html).toContain("<p>Dear Dana Roe,</p>\r\n");
    expect(
      email.attachments.map(({ filename, mimeType, disposition, content }) => [
        filename,
        mimeType,
        disposition,
        new Uint8Array(content as ArrayBuffer),
      ]),
    ).toEqual([
      ["letter.pdf", "application/pdf", "attachment", everyByte],
      ["empty.pdf", "application/pdf", "attachment", new Uint8Array()],
    ]);
  });

  it("names nobody, no time, no program and no machine", async () => {
    const raw = await writeRaw();
    expect(headersOf(raw).map((line) => line.split(":")[0])).toEqual([
      "X-Unsent",
      "Subject",
      "MIME-Version",
      "Content-Type",
    ]);
    expect(raw).not.toMatch(/^(?:from|to|sender|date|message-id|x-mailer|user-agent):/imu);
    expect(raw).not.toMatch(/nodemailer|nmp|pledge/iu);
    expect(raw).not.toContain(os.hostname());
  });

  it("has a subject only where there is one", async () => {
    expect(headersOf(await writeRaw({ subject: " \n" }))).not.toContain("Subject: ");
    expect(headersOf(await writeRaw({ subject: "" })).join("\n")).not.toMatch(/^subject/imu);
  });

  it("has both forms of the letter even where one is empty", async () => {
    const raw = await writeRaw({ text: "", html: "" });
    expect(raw.match(/^Content-Type: .*$/gmu)).toEqual([
      'Content-Type: multipart/mixed; boundary="=_-draft-Part_1"',
      'Content-Type: multipart/alternative; boundary="=_-draft-Part_2"',
      "Content-Type: text/plain; charset=utf-8",
      "Content-Type: text/html; charset=utf-8",
      "Content-Type: application/pdf",
    ]);
  });

  it("is the same at any time, in any zone and on any machine", async () => {
    const first = await write();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2031, 0, 1, 23, 59) });
    vi.stubEnv("TZ", "Pacific/Kiritimati");
    vi.stubEnv("HOSTNAME", "laptop-of-dana.example");
    vi.stubEnv("USER", "dana");
    vi.spyOn(os, "hostname").mockReturnValue("laptop-of-dana.example");
    expect(new Date().getDate()).toBe(2);
    expect(await write()).toEqual(first);
  });
});

describe("a name of an attachment", () => {
  it.each([
    ["plain", "letter.pdf"],
    ["of two words", "the letter.pdf"],
    ["in Spanish", "carta a la señora Núñez.pdf"],
    ["in Arabic", "رسالة.pdf"],
    ["in Japanese, and long", `${"手紙".repeat(60)}.pdf`],
    ["long", `${"letter".repeat(40)}.pdf`],
    ["long, of many words", `${"the letter ".repeat(20)}.pdf`],
    ["with quotes", `"the" 'letter'\\.pdf`],
    ["with what separates parameters", "a;b=c(d)<e>,f.pdf"],
    ["that reads like an encoded one", "utf-8''x%20y.pdf"],
  ])("%s comes back", async (_, name) => {
    const attachments = [{ name, type: "application/pdf" as const, content: everyByte }];
    const eml = await write({ attachments });
    const [attachment] = (await PostalMime.parse(eml)).attachments;
    expect(attachment?.filename).toBe(name);
  });

  it("is written as RFC 2231 has it where it is not ASCII, and nowhere else", async () => {
    const attachments = [
      { name: "señora.pdf", type: "application/pdf" as const, content: everyByte },
    ];
    const raw = await writeRaw({ attachments });
    expect(raw).toContain("filename*0*=utf-8''se%C3%B1ora.pdf");
    expect(raw).toContain("\r\nContent-Type: application/pdf\r\n");
  });

  it("cannot begin a header", async () => {
    const name = 'a.pdf"\r\nBcc: hr@example.org\r\n\r\nx\u202Efdp.\0';
    const attachments = [{ name, type: "application/pdf" as const, content: everyByte }];
    const eml = await write({ attachments });
    const [attachment] = (await PostalMime.parse(eml)).attachments;
    expect(attachment?.filename).toBe('a.pdf"��Bcc: hr@example.org����x�fdp.�');
  });
});

describe("writing a draft", () => {
  it("opens no file and no connection, whatever is in it", async () => {
    const here = fileURLToPath(import.meta.url);
    const places = [here, `file://${here}`, "http://127.0.0.1:9/", "data:text/plain,x", "cid:1"];
    await write();
    const seen = new Set<string>();
    const hook = createHook({ init: (_, type) => seen.add(type) });
    const opened = (): readonly string[] =>
      [...seen].filter((type) => /^(?:FS|FILE|TCP|TLS|UDP|PIPE|GET|QUERY|HTTP|DNS)/u.test(type));
    hook.enable();
    try {
      for (const place of places) {
        const picture = `<img src="${place}"><link href="${place}"><a href="${place}">`;
        const attachments = [
          { name: place, type: "application/pdf" as const, content: Buffer.from(place) },
        ];
        await write({ subject: place, text: place, html: picture, attachments });
      }
      expect(opened()).toEqual([]);
      // So it would be seen.
      await readFile(here);
      connect(9, "127.0.0.1")
        .on("error", () => undefined)
        .destroy();
      expect(opened()).toEqual(expect.arrayContaining([expect.stringMatching(/^F/u), "TCPWRAP"]));
    } finally {
      hook.disable();
    }
  });
});
