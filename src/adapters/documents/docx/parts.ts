/** The parts of the package that are the same in every letter. None of them says who wrote it, with what, or when. */
import { element, part, text, w, wordPart } from "./xml.ts";
import type { Xml } from "./xml.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const opc = "http://schemas.openxmlformats.org/package/2006";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A part of `word/` and what the package has to say of it: its relationship's name, and its kind of content. */
const kinds = ["styles", "numbering", "settings", "footer"] as const;

const relationships = (all: readonly Xml[]): string =>
  part(element("Relationships", { xmlns: `${opc}/relationships` }, all));

const relationship = (id: string, target: string): Xml =>
  element("Relationship", {
    Id: id,
    Type: `${office}/${id === "document" ? "officeDocument" : id}`,
    Target: target,
  });

const override = (name: string, kind: string): Xml =>
  element("Override", { PartName: `/word/${name}.xml`, ContentType: `${word}.${kind}+xml` });

const contentTypes = part(
  element("Types", { xmlns: `${opc}/content-types` }, [
    element("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    override("document", "document.main"),
    ...kinds.map((kind) => override(kind, kind)),
  ]),
);

/** `removePersonalInformation`: a program that heeds it does not write the name of whoever edits the file into it. */
const settings = wordPart("settings", [
  w("removePersonalInformation"),
  w("removeDateAndTime"),
  w("defaultTabStop", { val: 720 }),
  // Word 2013 and later; without it the letter is opened as one of an old version.
  w("compat", {}, [
    w("compatSetting", {
      name: "compatibilityMode",
      uri: "http://schemas.microsoft.com/office/word",
      val: 15,
    }),
  ]),
]);

const field = (instruction: string): Xml =>
  w("fldSimple", { instr: ` ${instruction} ` }, [w("r", {}, [w("t", {}, [text("1")])])]);

/** "2 / 3": which page, of how many. */
const footer = wordPart("ftr", [
  w("p", {}, [
    w("pPr", {}, [w("pStyle", { val: "Footer" })]),
    field("PAGE"),
    w("r", {}, [element("w:t", { "xml:space": "preserve" }, [text(" / ")])]),
    field("NUMPAGES"),
  ]),
]);

/** By their names in the package, in the order that they stand in it; the first has to be the first. */
export const fixedParts: Readonly<Record<string, string>> = {
  "[Content_Types].xml": contentTypes,
  "_rels/.rels": relationships([relationship("document", "word/document.xml")]),
  "word/_rels/document.xml.rels": relationships(
    kinds.map((kind) => relationship(kind, `${kind}.xml`)),
  ),
  "word/settings.xml": settings,
  "word/footer.xml": footer,
};

export const relationshipsNamespace = office;
