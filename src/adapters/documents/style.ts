/**
 * How a letter looks, on a screen and above all on paper. No paper size is set: the printer's is
 * right, A4 or US Letter. No font is loaded: the serif faces of each system, then its default.
 */
export const letterStyle = `@page { margin: 20mm 24mm 20mm; }
@page { @bottom-center { content: counter(page) " / " counter(pages); font: 9pt serif; } }
@page :first { @bottom-center { content: none; } }
html {
  font-family: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria,
    "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, serif;
  font-size: 11pt;
  line-height: 1.36;
  color: #000;
  background: #fff;
}
body { margin: 0; }
main { max-width: 36em; margin: 4em auto; padding: 0 1.5em; overflow-wrap: anywhere; }
p, ol, ul, blockquote, pre, table { margin: 0 0 0.75em; }
p { orphans: 3; widows: 3; text-wrap: pretty; }
.date { text-align: end; margin-bottom: 2em; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.4em 0 0.5em; break-after: avoid; break-inside: avoid; }
h1 { font-size: 1.45em; margin-top: 0; }
h2 { font-size: 1.15em; }
h3, h4, h5, h6 { font-size: 1em; }
ol, ul { padding-inline-start: 1.8em; }
li { margin-bottom: 0.3em; }
li > p:last-child { margin-bottom: 0.3em; }
.to-tick { list-style-type: "\\2610\\2002"; }
.ticked { list-style-type: "\\2611\\2002"; }
blockquote { margin-inline: 1.8em; }
pre, code { font-family: "Liberation Mono", Menlo, Consolas, monospace; font-size: 0.88em; }
pre { white-space: pre-wrap; break-inside: avoid; }
hr { border: 0; border-top: 0.5pt solid; margin: 1.6em 0; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 0.5pt solid; padding: 0.3em 0.6em 0.3em 0; text-align: start; vertical-align: top; }
td:empty { height: 8mm; }
.signatures { margin-top: 2em; }
.signatures h2 { border-top: 0.5pt solid; padding-top: 0.8em; margin: 0 0 0.7em; font-size: 1em; }
.signatures ul { columns: 3 10.5em; column-gap: 1.6em; list-style: none; padding: 0; font-size: 0.92em; line-height: 1.3; }
.signatures li { break-inside: avoid; margin: 0 0 0.35em; padding-inline-start: 1em; text-indent: -1em; }
.signatures .others { break-before: avoid; font-style: italic; }
.note { font-size: 0.85em; break-before: avoid; }
@media print { main { max-width: none; margin: 0; padding: 0; } }
`;
