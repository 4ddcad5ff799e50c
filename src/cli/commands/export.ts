/** `pledge export`: everybody as a file in plain text, after somebody has read what will be in it and where. */
import type { Carrier } from "../../domain/files/ports.ts";
import { contentsOf } from "../../domain/people/export/contents.ts";
import type { Contents, ExportFormat } from "../../domain/people/export/contents.ts";
import { counted, listed } from "../../domain/text/words.ts";
import { exportedText, peopleToExport } from "../../usecases/export-people.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { agreed } from "../questions/terminal.ts";
import { withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";

interface Options {
  readonly output: string;
  readonly as?: ExportFormat;
  readonly privateNotes: boolean;
  readonly force: boolean;
}

const byEnding: Readonly<Record<string, ExportFormat>> = {
  csv: "csv",
  json: "json",
  jsonl: "json",
  vcf: "vcard",
  vcard: "vcard",
};

const formatOf = ({ output, as }: Options): ExportFormat | undefined =>
  as ?? byEnding[/\.([a-z]+)$/iu.exec(output)?.[1]?.toLowerCase() ?? ""];

/** What there is of it: "12 names, 9 contacts". */
const contentsWords = (contents: Contents): string => {
  const parts = [
    counted(contents.people, "name", "names"),
    ...[
      [contents.contacts, "contact", "contacts"] as const,
      [contents.assessed, "assessment", "assessments"] as const,
      [contents.pledging, "person's pledges", "people's pledges"] as const,
      [contents.sharedNotes, "shared note", "shared notes"] as const,
      [contents.privateNotes, "private note", "private notes"] as const,
      [contents.codes, "pledge code", "pledge codes"] as const,
    ].flatMap(([n, one, many]) => (n === 0 ? [] : [counted(n, one, many)])),
  ];
  return listed(parts);
};

/** Where it goes: the path, and who carries it away from there. */
interface Place {
  readonly path: string;
  readonly carrier: Carrier | undefined;
}

const carriedWords = (carrier: Carrier | undefined): string => {
  if (carrier === undefined) return "";
  return carrier.by === "git"
    ? " That folder is in a git work tree, which keeps and passes on what is in it."
    : ` That folder is carried to other computers by ${carrier.program}.`;
};

const question = (contents: Contents, format: ExportFormat, { path, carrier }: Place): string =>
  `This puts ${contentsWords(contents)}${format === "vcard" ? "" : ", and all else that is noted of them,"} into plain text at ${path}, for whoever gets that file.${carriedWords(carrier)} Write it?`;

/** What can be seen before anybody types a passphrase. */
const obstacleTo = async (
  context: Context,
  { output, force }: Options,
  carrier: Carrier | undefined,
): Promise<Failure | undefined> => {
  if (carrier !== undefined && !force) return { type: "folder-carried", carrier };
  return outputObstacle(context, { output, force });
};

/** JSON: `{"v":1,"file","format","contents"}`, contents as numbers. */
export const exportPeople = async (context: Context, options: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const { output, privateNotes, force } = options;
  // A terminal keeps what it showed, and a log what it was given.
  if (output === "-") {
    return talk.fail({
      type: "usage",
      message: "people go into a file of yours alone, and not to standard output",
      hint: "name a file: -o people.csv",
    });
  }
  const format = formatOf(options);
  if (format === undefined) return talk.fail({ type: "format-open" });
  const carrier = await world.files.carrierOf(output);
  const obstacle = await obstacleTo(context, options, carrier);
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVault(context, async (vault) => {
    const people = peopleToExport(vault, privateNotes);
    if (people.length === 0) {
      talk.answer({ v: 1, file: null, format, contents: null }, () => "Nobody is recorded yet.");
      return exitCodes.no;
    }
    const contents = contentsOf(people, format);
    const place = { path: world.files.absolute(output), carrier };
    const yes = await agreed(context, question(contents, format, place));
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      talk.note("Nothing was written.");
      return exitCodes.no;
    }
    const text = exportedText(vault, people, format, await world.addressBookWriter());
    const written = await world.files.write(output, text, force);
    if (!written.ok) return talk.fail(written.failure);
    talk.answer({ v: 1, file: output, format, contents: { ...contents } }, () => {
      const left =
        contents.contactsLeftOut === 0
          ? ""
          : ` ${counted(contents.contactsLeftOut, "contact has", "contacts have")} no place on a card, or belong to somebody who wants none.`;
      return `${output}: ${contentsWords(contents)}, in plain text.${left} Destroy it once it has done its work.`;
    });
    return exitCodes.done;
  });
};
