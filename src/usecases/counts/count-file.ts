/** A published count as the content of a file. */
import type { PublishedCount } from "../../domain/counts/count.ts";
import { countMarkdown } from "../../domain/counts/count-markdown.ts";
import { countTable } from "../../domain/counts/count-table.ts";
import { writeCount } from "../../domain/counts/write-count.ts";
import type { Documents } from "../../domain/letters/ports.ts";
import type { AddressBookWriter } from "../../domain/people/export/address-book-writer.ts";

/** What a count is written as. `json` alone can be gone on from. */
export const countFormats = ["md", "json", "csv", "html"] as const;
export type CountFormat = (typeof countFormats)[number];

interface Writers {
  readonly documents: () => Promise<Pick<Documents, "write">>;
  readonly addressBookWriter: () => Promise<Pick<AddressBookWriter, "table">>;
}

/** UTF-8 with LF, for CSV with CRLF. The same count gives the same text. */
export const countFile = async (
  { documents, addressBookWriter }: Writers,
  count: PublishedCount,
  format: CountFormat,
): Promise<string> => {
  switch (format) {
    case "json":
      return writeCount(count);
    case "csv":
      return (await addressBookWriter()).table(countTable(count));
    default: {
      const nobody = { people: 0, moreThan: false };
      const signatories = {
        named: [],
        roles: [],
        others: nobody,
        supporters: { named: [], others: nobody },
      };
      // A text of ours with nothing outside it.
      return (await documents()).write(
        {
          markdown: countMarkdown(count),
          title: count.name,
          language: "en",
          outside: { day: count.on, unit: count.unit.name, signatories },
          shown: [],
        },
        format,
      );
    }
  }
};
