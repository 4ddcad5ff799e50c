/** A draft as Python's email package reads it, which keeps a list of what is wrong with a message. */
import { execFileSync } from "node:child_process";
import { expect } from "vitest";
import { createDocuments } from "../../../src/adapters/documents/documents.ts";
import { letter, sampleSignatories, sampleText } from "../documents/sample-letters.ts";
import { itWith } from "../../support/programs.ts";
import { everyByte, readable, sampleDraft, write } from "./sample-drafts.ts";

const program = `
import base64, json, sys
from email import message_from_bytes, policy
message = message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
parts = list(message.walk())
def content(part):
    if part.is_multipart(): return None
    found = part.get_content()
    return base64.b64encode(found).decode() if isinstance(found, bytes) else found
print(json.dumps({
    "defects": [str(d) for part in parts for d in [*part.defects, *(d for v in part.values() for d in v.defects)]],
    "subject": message["subject"],
    "parts": [[part.get_content_type(), part.get_filename(), content(part)] for part in parts],
}))
`;

interface Reading {
  readonly defects: readonly string[];
  readonly subject: string | null;
  readonly parts: readonly (readonly [type: string, name: string | null, content: string | null])[];
}

const read = (eml: Uint8Array): Reading =>
  JSON.parse(
    execFileSync("python3", ["-I", "-X", "utf8", "-c", program], { input: eml, encoding: "utf8" }),
  ) as Reading;

const documents = createDocuments();
const source = letter(sampleText, { signatories: sampleSignatories });

const samples = [
  ["a plain letter", {}],
  [
    "a letter that many signed",
    { text: documents.write(source, "txt"), html: documents.write(source, "html") },
  ],
  ["a subject of another script", { subject: "警察との契約をやめてください。".repeat(12) }],
  ["a subject like an encoded word", { subject: '=?utf-8?Q?=0D=0ABcc:_x?= "quoted"' }],
  ["a long word in the subject", { subject: "x".repeat(1200) }],
  ["a text like a message", { text: ".\nFrom me\n--=_-draft-Part_1\n\nTo: you\n", html: "\0" }],
  ["nothing at all", { subject: "", text: "", html: "" }],
] as const;

const names = [
  "letter.pdf",
  'señora "Núñez".pdf',
  `${"手紙 ".repeat(60)}.pdf`,
  "=?utf-8?Q?x?=.pdf",
];

itWith(
  ["python3"],
  "Python finds no defect in a draft, and reads what was put into it",
  async () => {
    for (const [, mail] of samples) {
      const attachments = names.map((name) => ({
        name,
        type: "application/pdf" as const,
        content: everyByte,
      }));
      const given = sampleDraft({ ...mail, attachments });
      const reading = read(await write(given));
      expect(reading.defects).toEqual([]);
      expect(reading.subject ?? "").toBe(given.subject);
      expect(
        reading.parts.map(([type, name, content]) => [type, name, content && readable(content)]),
      ).toEqual([
        ["multipart/mixed", null, null],
        ["multipart/alternative", null, null],
        ["text/plain", null, given.text],
        ["text/html", null, given.html],
        ...names.map((name) => [
          "application/pdf",
          name,
          Buffer.from(everyByte).toString("base64"),
        ]),
      ]);
    }
  },
);

itWith(["python3"], "Python would find a defect", async () => {
  const eml = Buffer.from(await write()).toString("latin1");
  expect(read(Buffer.from(eml.replace("--=_-draft-Part_1--", ""), "latin1")).defects).not.toEqual(
    [],
  );
});
