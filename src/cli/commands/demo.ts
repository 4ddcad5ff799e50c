/**
 * `pledge demo`: the main job with sample people, in acts. Every command is a process of the real
 * command line in a temporary folder; nothing of the user's is read or written but `demo-output`.
 */
import type { Ran, Stage } from "../../domain/demo/stage.ts";
import { counted } from "../../domain/text/words.ts";
import { textsFoundIn } from "../../usecases/search-bytes.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";

/** Thrown out of an act when a command did not end as the play has it; never leaves this file. */
class OffScript extends Error {
  readonly ran: Ran;

  constructor(ran: Ran) {
    super("a command of the demo failed");
    this.ran = ran;
  }
}

interface Play {
  readonly stage: Stage;
  readonly folder: string;
  readonly say: (text: string) => void;
  /** Shows the command and runs it on the vault; gives its output, shown unless `quiet`. */
  readonly run: (line: string, args?: readonly string[], expected?: ExitCode) => Promise<Ran>;
}

const vaultOptions = ["--vault", "vault", "--passphrase-file", "passphrase", "--no-input"];

const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gmu, "  ");

const createPlay = (stage: Stage, folder: string, say: (text: string) => void): Play => ({
  stage,
  folder,
  say,
  run: async (line, args = line.split(" "), expected = exitCodes.done) => {
    say(`$ pledge ${line}`);
    const ran = await stage.pledge([...vaultOptions, ...args], folder);
    if (ran.exitCode !== expected) throw new OffScript(ran);
    return ran;
  },
});

/** Rows of sample people, and their names, from the package's file. */
const sampleNames = (jsonLines: string): readonly string[] =>
  jsonLines
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly name: string }).name);

const organize = async ({ run, say }: Play): Promise<void> => {
  say("1. AN ORGANIZER makes a vault and records what 24 coworkers will do");
  await run("init --from campaign.json");
  say(indented((await run("add --from people.jsonl")).stdout));
  say(indented((await run("status")).stdout));
};

interface Listed {
  readonly people: readonly {
    readonly id: string;
    readonly pledges: readonly { readonly action: string; readonly state: string }[];
  }[];
}

const idsToSign = async (play: Play): Promise<readonly string[]> => {
  const { stdout } = await play.stage.pledge([...vaultOptions, "list", "--json"], play.folder);
  const { people } = JSON.parse(stdout) as Listed;
  return people.flatMap(({ id, pledges }) =>
    pledges.some(({ action }) => action === "sign") ? [id] : [],
  );
};

/** The first paragraph of the body: the one after the salutation. */
const firstParagraph = (text: string): string => {
  const paragraphs = text.split(/\n\n+/u);
  const salutation = paragraphs.findIndex((paragraph) => paragraph.startsWith("Dear "));
  return paragraphs[salutation + 1] ?? "";
};

const writeLetter = async (play: Play): Promise<void> => {
  const { run, say, stage, folder } = play;
  say("\n2. THE LETTER, from a template to a text that people sign");
  await run("letter start employer-demands --from answers.json");
  await run("letter freeze employer-demands --yes");
  const ids = await idsToSign(play);
  const signing = ids.slice(0, -3);
  await run(`confirm ${signing[0] ?? ""} ... (${signing.length} people, asked again)`, [
    "confirm",
    ...signing,
  ]);
  for (const format of ["md", "html", "txt"]) {
    await run(`letter write employer-demands --format ${format} -o letter.${format}`);
  }
  const text = new TextDecoder().decode(stage.readBytes(`${folder}/letter.txt`));
  say(indented(firstParagraph(text)));
};

const flip = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const attack = async (
  { run, say, stage, folder }: Play,
  names: readonly string[],
): Promise<void> => {
  say("\n3. THE EMPLOYER has copied the folder");
  stage.copyFolder(`${folder}/vault`, `${folder}/seized`);
  const bytes = ["vault.db", "vault.json"].map((name) =>
    stage.readBytes(`${folder}/seized/${name}`),
  );
  const encoder = new TextEncoder();
  const found = bytes.flatMap((file) => textsFoundIn(file, names, (text) => encoder.encode(text)));
  const size = bytes.reduce((sum, file) => sum + file.length, 0);
  say(
    `  searched ${counted(size, "byte", "bytes")} for ${names.length} names: ${found.length} found`,
  );
  if (found.length > 0)
    throw new OffScript({ exitCode: exitCodes.bug, stdout: "", stderr: "names were found" });
  stage.writeBytes(`${folder}/guess`, encoder.encode("hunter2 hunter2\n"));
  const seized = ["--vault", "seized", "--passphrase-file"];
  say("  A guessed passphrase:");
  say(indented((await run("list", [...seized, "guess", "list"], exitCodes.locked)).stderr));
  const database = stage.readBytes(`${folder}/seized/vault.db`);
  stage.writeBytes(`${folder}/seized/vault.db`, flip(database, Math.floor(database.length / 2)));
  say("  One flipped byte, and the right passphrase:");
  const { stdout } = await run("doctor", [...seized, "passphrase", "doctor"], exitCodes.no);
  say(
    indented(
      stdout
        .split("\n")
        .filter((line) => line.startsWith("BAD"))
        .join("\n"),
    ),
  );
};

const leave = ({ stage, folder, say }: Play, invocation: string): string => {
  const left = stage.freshFolder("demo-output");
  stage.copyFolder(`${folder}/vault`, `${left}/vault`);
  for (const name of ["passphrase", "letter.md", "letter.txt", "letter.html"]) {
    stage.writeBytes(`${left}/${name}`, stage.readBytes(`${folder}/${name}`));
  }
  const name = left.slice(left.lastIndexOf("/") + 1);
  say(`\nThis vault and its passphrase are in ${name}. Three commands to try, after`);
  say(`  export PLEDGE_VAULT=${name}/vault PLEDGE_PASSPHRASE_FILE=${name}/passphrase`);
  for (const command of ["list", "show heron", "letter preview employer-demands"])
    say(`  ${invocation} ${command}`);
  return left;
};

export const demo = async (context: Context): Promise<ExitCode> => {
  const { world, globals, talk } = context;
  const stage = await world.stage();
  const folder = stage.temporaryFolder();
  const say = (text: string): void => {
    if (!globals.json) world.stdout.write(`${text}\n`);
  };
  const play = createPlay(stage, folder, say);
  const encoder = new TextEncoder();
  for (const name of ["campaign.json", "people.jsonl", "answers.json"]) {
    stage.writeBytes(
      `${folder}/${name}`,
      stage.readBytes(stage.packageFile(`templates/demo/${name}`)),
    );
  }
  const vaults = await world.vaults();
  stage.writeBytes(`${folder}/passphrase`, encoder.encode(`${vaults.suggestPassphrase()}\n`));
  try {
    await organize(play);
    await writeLetter(play);
    await attack(
      play,
      sampleNames(new TextDecoder().decode(stage.readBytes(`${folder}/people.jsonl`))),
    );
  } catch (error) {
    if (!(error instanceof OffScript)) throw error;
    world.stderr.write(error.ran.stderr);
    return exitCodes.bug;
  }
  const left = leave(play, world.invocation);
  if (globals.json) talk.answer({ v: 1, folder: left }, () => "");
  return exitCodes.done;
};
