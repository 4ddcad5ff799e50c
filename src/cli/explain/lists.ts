import type { ListFailure } from "../../domain/people/import/failures.ts";
import { grouped, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import { newsWords } from "../render/list-words.ts";
import type { Explained, Explainers } from "./explained.ts";

const { no, refused, usage } = exitCodes;

const unread = (message: string, hint: string): Explained => ({
  message,
  hint: `${hint}; nothing was changed`,
  exitCode: refused,
});

export const explainLists: Explainers<ListFailure> = {
  "book-empty": () => unread("the file is empty", "look whether it was saved"),
  "book-utf16": () =>
    unread(
      "the file is in UTF-16, which spreadsheets call Unicode text",
      'save it again as "CSV UTF-8"',
    ),
  "book-not-utf8": () =>
    unread(
      "the file is not in UTF-8, so letters with accents would be lost",
      'save it again as "CSV UTF-8"',
    ),
  "book-nul": () => unread("the file holds NUL characters, as no list does", "export it once more"),
  "table-header-missing": () =>
    unread("the first row does not name columns", 'write a first row such as "name,email,team"'),
  "table-too-wide": ({ limit }) =>
    unread(
      `the table has more than ${grouped(limit)} columns`,
      "keep those that say something of people",
    ),
  "table-too-long": ({ limit }) =>
    unread(`the table has more than ${grouped(limit)} rows`, "split it into several files"),
  "table-quote-open": ({ line }) =>
    unread(
      `the row that begins on line ${grouped(line)} has a quotation mark too few or too many`,
      "put it right, or export the list once more",
    ),
  "cards-missing": () =>
    unread("the file holds no card", "export the contacts once more, as vCard"),
  "format-open": () => ({
    message: "the ending of that file does not say what it should be",
    hint: "end it in .csv, .json or .vcf, or say --as csv, json or vcard",
    exitCode: usage,
  }),
  "folder-carried": ({ carrier }) => ({
    message:
      carrier.by === "git"
        ? "that folder is in a git work tree, which keeps and passes on what is in it"
        : `that folder is carried to other computers by ${carrier.program}`,
    hint: "choose a folder that stays on this machine; --force writes it there all the same",
    exitCode: no,
  }),
  "vault-moved-on": () => ({
    message: "something else was written to the vault meanwhile, so this may no longer be right",
    hint: "run it once more; nothing was changed",
    exitCode: no,
  }),
  "import-absent": () => ({
    message: "there is no import to take back",
    hint: "only the last one can be taken back, and only once",
    exitCode: no,
  }),
  "columns-nameless": () => ({
    message: "no column of the table is known to hold names",
    hint: "run it on a terminal, which asks; or say what the columns hold with --map FILE (README, Import)",
    exitCode: usage,
  }),
  "columns-other": () => ({
    message: "the file of --map names other columns than the table has",
    hint: "its columns are those of the table, in the same order",
    exitCode: usage,
  }),
  "columns-needless": () => ({
    message: "--map is for tables, and this is none",
    hint: "leave it out",
    exitCode: usage,
  }),
  "import-sweeping": ({ sweeps }) => ({
    message: sweeps
      .map(
        ({ member, people, of }) =>
          `${newsWords[member]} would change for ${grouped(people)} of ${grouped(of)} people`,
      )
      .join("; "),
    hint: `look whether the ${sweeps.length === 1 ? "column is" : "columns are"} the right ${sweeps.length === 1 ? "one" : "ones"} (${listed(["--map FILE"])}); --force takes it all the same. Nothing was changed`,
    exitCode: no,
  }),
};
