/** The order in which ECMA-376 (transitional) has the children of the elements that a letter uses. */
import type { Node } from "./read-docx.ts";

const orders: Readonly<Record<string, string>> = {
  "w:pPr":
    "pStyle keepNext keepLines widowControl numPr pBdr bidi spacing ind jc outlineLvl rPr sectPr",
  "w:rPr": "rStyle rFonts b bCs i iCs noProof sz szCs rtl lang",
  "w:sectPr": "footerReference type pgSz pgMar cols titlePg bidi",
  "w:style": "name basedOn next qFormat pPr rPr tblPr",
  "w:tblPr": "tblStyle bidiVisual tblW tblInd tblBorders tblLayout tblCellMar",
  "w:tbl": "tblPr tblGrid tr",
  "w:tr": "trPr tc",
  "w:tc": "tcPr p",
  "w:tblBorders": "top left bottom right insideH insideV",
  "w:lvl": "start numFmt lvlText lvlJc pPr rPr",
  "w:num": "abstractNumId lvlOverride",
  "w:numbering": "abstractNum num",
  "w:numPr": "ilvl numId",
  "w:settings": "removePersonalInformation removeDateAndTime defaultTabStop compat",
  "w:styles": "docDefaults style",
  "w:r": "rPr t br",
};

/** What stands where it may not, or is not known; nothing when all is well. */
export const orderFaults = (node: Node): readonly string[] => {
  const order = orders[node.name]?.split(" ").map((name) => `w:${name}`);
  const places = node.children.map((child) => order?.indexOf(child.name) ?? 0);
  const wrong = places.some((place, index) => place < 0 || place < (places[index - 1] ?? 0));
  return [
    ...(wrong ? [`${node.name}: ${node.children.map(({ name }) => name).join(" ")}`] : []),
    ...node.children.flatMap(orderFaults),
  ];
};
