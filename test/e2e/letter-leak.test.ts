/**
 * What a letter's file says besides the letter: in every part of a DOCX, every stream of a PDF and every part of a mail,
 * nobody who is only counted, no passphrase, no user, machine or folder, and no time of day.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { expect } from "vitest";

import { itWith } from "../support/programs.ts";
import { createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { packageRoot, passphrase, sampleCampaign } from "../support/sample.ts";

// Made up, all of them; the first one signs by name, the others may not be named.
const shown = "Opaline Merrow";
const counted = ["Quartzine Vexholm", "Obsidia Farthwick"];
const surroundings = {
  USER: "jasper-of-the-machine",
  LOGNAME: "jasper-of-the-machine",
  HOSTNAME: "beryl-laptop",
};

/** Bytes as text, a character each. */
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** The file and, of every stream, what it holds once it is unpacked. */
const opened = (pdf: Uint8Array): readonly string[] => {
  const raw = latin1(pdf);
  const streams = [...raw.matchAll(/<<(?<dictionary>[^]*?)>>\s*stream\r?\n/gu)].map((match) => {
    const start = match.index + match[0].length;
    const bytes = pdf.subarray(start, raw.indexOf("endstream", start));
    return match.groups?.["dictionary"]?.includes("/FlateDecode") === true
      ? latin1(inflateSync(bytes))
      : latin1(bytes);
  });
  expect(streams.length).toBeGreaterThan(1);
  return [raw, ...streams];
};

/** In the forms in which a file may hold it: bytes of UTF-8, two bytes a letter either way round, digits of either. */
const formsOf = (secret: string): readonly string[] => {
  const little = Buffer.from(secret, "utf16le");
  const big = Buffer.from(little).swap16();
  const bytes = [Buffer.from(secret, "utf8"), little, big];
  return bytes.flatMap((form) => [form.toString("latin1"), form.toString("hex")]);
};

const found = (texts: readonly string[], secrets: readonly string[]): readonly string[] =>
  secrets.filter((secret) => {
    const forms = formsOf(secret).map((form) => form.toLowerCase());
    return texts.some((text) => forms.some((form) => text.toLowerCase().includes(form)));
  });

const person = (name: string, display: string): object => ({
  name,
  team: "cloud",
  role: "Site Reliability Engineer",
  actions: ["sign"],
  display,
  note: name,
});

/** A letter that three have signed, written in the format. */
const written = (home: Home, format: string): Buffer => {
  const file = `out-of-the-way.${format}`;
  const ran = home.pledge(["letter", "write", "employer-demands", "--format", format, "-o", file]);
  expect(ran).toMatchObject({ exitCode: 0 });
  return readFileSync(join(home.folder, file));
};

const signedLetter = (): Home => {
  const made = createHome();
  const home = { ...made, env: Object.assign(made.env, surroundings) };
  const people = [person(shown, "named"), ...counted.map((name) => person(name, "counted"))];
  for (const step of [
    ["init", "--kdf", "light", "--from", home.file("c.json", JSON.stringify(sampleCampaign))],
    ["letter", "start", "employer-demands", "--set", "answerBy=2027-12-31"],
    ["letter", "freeze", "employer-demands", "--yes"],
    ["add", "--from", home.file("people.json", JSON.stringify(people))],
  ])
    expect(home.pledge(step)).toMatchObject({ exitCode: 0 });
  return home;
};

const timeOfDay = /\b\d{1,2}:\d{2}\b|D:\d{8}|T\d{2}:?\d{2}/u;

itWith(
  ["chromium", "pdftotext"],
  "a letter's file names who may be named, and nothing of the others, the machine or the hour",
  async () => {
    const home = signedLetter();
    const programs = "Chromium Skia HeadlessChrome Linux nodemailer fflate Node.js".split(" ");
    // A name of a few letters stands in any file by chance.
    const machine = [hostname(), userInfo().username].filter((name) => name.length > 5);
    const secrets = [
      ...counted,
      passphrase,
      ...Object.values(surroundings),
      ...machine,
      ...programs,
    ];
    secrets.push(home.folder, packageRoot, "out-of-the-way", process.version);

    const docx = written(home, "docx");
    const parts = Object.entries(unzipSync(docx)).flatMap(([name, part]) => [
      name,
      strFromU8(part),
    ]);
    expect(found(parts, [shown])).toEqual([shown]);
    expect(
      found([latin1(docx), ...parts.map((part) => latin1(Buffer.from(part)))], secrets),
    ).toEqual([]);
    expect(parts.join("\n")).not.toMatch(timeOfDay);
    expect(parts.join("\n")).not.toMatch(/creator|lastModifiedBy|<dc:|<Application>/u);

    const pdf = written(home, "pdf");
    const text = execFileSync("pdftotext", [join(home.folder, "out-of-the-way.pdf"), "-"], {
      encoding: "utf8",
    });
    expect(text).toContain(shown);
    // Its title, so that what is there is found.
    expect(found(opened(pdf), ["Demands of workers"])).toEqual(["Demands of workers"]);
    expect(found([...opened(pdf), text], secrets)).toEqual([]);
    expect(text).not.toMatch(timeOfDay);
    expect(latin1(pdf)).not.toMatch(
      /\/(?:CreationDate|ModDate|Creator|Producer|Author|Metadata|ID)\b/u,
    );

    const eml = written(home, "eml");
    const mail = await PostalMime.parse(eml);
    const [attached] = mail.attachments;
    expect(new Uint8Array(attached?.content as ArrayBuffer)).toEqual(new Uint8Array(pdf));
    const bodies = [mail.text ?? "", mail.html ?? ""];
    expect(found(bodies, [shown])).toEqual([shown]);
    expect(found([latin1(eml), ...bodies], secrets)).toEqual([]);
    expect(bodies.join("\n")).not.toMatch(timeOfDay);
    expect(mail.headers.map(({ key }) => key)).toEqual([
      "x-unsent",
      "subject",
      "mime-version",
      "content-type",
    ]);

    expect(readdirSync(join(home.folder, "tmp"))).toEqual([]);
  },
);
