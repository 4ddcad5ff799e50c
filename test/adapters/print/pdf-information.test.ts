/** Small files, built by hand as browsers build theirs. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { withoutOrigin } from "../../../src/adapters/print/pdf-information.ts";

interface Parts {
  readonly information: string;
  /** Between the information and the table. */
  readonly body?: string;
  readonly trailer?: string;
}

const ascii = (text: string): Uint8Array => Buffer.from(text, "latin1");

const pdf = ({
  information,
  body = "",
  trailer = "/Size 2\n/Root 1 0 R\n/Info 1 0 R",
}: Parts): string => {
  const head = "%PDF-1.4\n%\u00E9\u00EB\n";
  const objects = `1 0 obj\n${information}\nendobj\n${body}`;
  const places = ["0000000000 65535 f \n", `${String(head.length).padStart(10, "0")} 00000 n \n`];
  const table = `xref\n0 2\n${places.join("")}`;
  return `${head}${objects}${table}trailer\n<<${trailer}>>\nstartxref\n${head.length + objects.length}\n%%EOF\n`;
};

const cleaned = (parts: Parts): string | undefined => {
  const bytes = withoutOrigin(ascii(pdf(parts)));
  return bytes === undefined ? undefined : Buffer.from(bytes).toString("latin1");
};

const origin = `/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\))
/Producer (Skia/PDF m156)
/CreationDate (D:20261122194636+00'00')
/ModDate (D:20261122194636+00'00')`;

describe("a PDF without its origin", () => {
  it("keeps its title and its length, and nothing else that says where it is from", () => {
    const whole = pdf({ information: `<</Title (A letter)\n${origin}>>` });
    const file = cleaned({ information: `<</Title (A letter)\n${origin}>>` });
    expect(file).toHaveLength(whole.length);
    expect(file).toMatch(/1 0 obj\n<<\/Title \(A letter\) +>>\nendobj/u);
    expect(file).not.toMatch(/Skia|Mozilla|D:2026/u);
    expect(file?.slice(file.indexOf("endobj"))).toBe(whole.slice(whole.indexOf("endobj")));
  });

  it("is the same whenever it was made", () => {
    const at = (time: string) =>
      cleaned({ information: `<<${origin.replaceAll("194636", time)}>>` });
    expect(at("000001")).toBeDefined();
    expect(at("000001")).toBe(at("235959"));
  });

  it("keeps any title as it is, also one that looks like other members", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc
            .string()
            .map((title) => `(${title.replaceAll(/[^ -~]/gu, "").replaceAll(/[\\()]/gu, "\\$&")})`),
          fc.constantFrom("(\\) /Creator \\(x\\) >>)", "(>> endobj)", "(trailer)", "(\\\\)", "()"),
          fc
            .string()
            .map((title) => `<FEFF${Buffer.from(title, "utf16le").swap16().toString("hex")}>`),
        ),
        (title) => {
          const file = cleaned({ information: `<<${origin}\n/Title ${title}>>` });
          expect(file).toContain(`<</Title ${title} `);
          expect(file).not.toMatch(/Skia|Mozilla|D:2026/u);
        },
      ),
    );
  });

  it("has no file identifier either", () => {
    const trailer = "/Size 2\n/Root 1 0 R\n/Info 1 0 R\n/ID [<0123> <4567>]";
    const file = cleaned({ information: `<<${origin}>>`, trailer });
    expect(file).not.toMatch(/\/ID|0123|4567/u);
    expect(file).toContain("/Root 1 0 R\n/Info 1 0 R\n ");
  });

  it.each([
    ["no PDF at all", ascii("no PDF\n")],
    ["an empty file", ascii("")],
    ["half a file", ascii(pdf({ information: `<<${origin}>>` }).slice(0, 200))],
    ["more behind the end", ascii(`${pdf({ information: `<<${origin}>>` })}2 0 obj\n`)],
    ["XMP", ascii(pdf({ information: `<<${origin}>>`, body: "2 0 obj <</Type /Metadata>>\n" }))],
    [
      "an older table",
      ascii(pdf({ information: `<<${origin}>>`, trailer: "/Info 1 0 R /Prev 9" })),
    ],
    ["no information", ascii(pdf({ information: `<<${origin}>>`, trailer: "/Root 1 0 R" }))],
    ["information that is nowhere", ascii(pdf({ information: "<<>>", trailer: "/Info 9 0 R" }))],
    ["information of another shape", ascii(pdf({ information: "<</Creator 2 0 R>>" }))],
    ["information without an end", ascii(pdf({ information: `<<${origin}` }))],
  ])("is not made of %s", (_, bytes) => {
    expect(withoutOrigin(bytes)).toBeUndefined();
  });
});
