/**
 * `pledge find`: people by a part of a name, a role or a contact. What is looked for is asked, or read from a file: on the command line a
 * shell would keep it.
 */
import { soughtWords } from "../../domain/people/sought.ts";
import type { SoughtWord } from "../../domain/people/sought.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { chosenPeople } from "../../usecases/chosen-people.ts";
import { isWatched } from "../answer-aside.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { explainValue } from "../explain/input.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { askText } from "../questions/text.ts";
import { withVault } from "../unlock.ts";

interface Options {
  readonly from?: string;
}

const nobody = [
  "Nobody fits that. Try less: the beginning of one name, a role, the end of a phone number.",
  'Every word must occur; notes are not looked through. Everybody: "pledge list".',
].join("\n");

const wordsIn = (text: string): Result<readonly SoughtWord[], Failure> => {
  const line = cleanLine(text);
  if (line.ok) return ok(soughtWords(line.value));
  return fail({
    type: "usage",
    message: `what is looked for ${explainValue(line.failure)}`,
    hint: "write a word or two of a name, a role or a contact into the file, and nothing else",
  });
};

/** What stands in the file; nothing where it is to be asked. */
const fromFile = async (
  { world }: Context,
  from: string | undefined,
): Promise<Result<readonly SoughtWord[] | undefined, Failure>> => {
  if (from === undefined) return ok(undefined);
  const text = await world.files.read(from);
  return text.ok ? wordsIn(text.value) : text;
};

const askWords = async (context: Context): Promise<Result<readonly SoughtWord[], Failure>> => {
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  const message = "Who? (a word or two of a name, a role or a contact)";
  return wordsIn(await askText(ask.value, { message, optional: false }));
};

/** JSON: that of `list`. Whoever asks at a terminal and means one person gets all about her at once. */
export const find = async (context: Context, { from }: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  // Loaded while the passphrase is hashed.
  const answering = import("../answer-people.ts");
  const given = await fromFile(context, from);
  if (!given.ok) return talk.fail(given.failure);
  return withVault(context, async (vault) => {
    const words = given.value === undefined ? await askWords(context) : ok(given.value);
    if (!words.ok) return talk.fail(words.failure);
    const people = chosenPeople(vault, { words: words.value }, world.clock.today());
    const [first, ...others] = people;
    const only =
      first === undefined || others.length > 0 ? undefined : vault.people.byId(first.person.id);
    if (only !== undefined && from === undefined && isWatched(context)) {
      const { showWhole } = await import("./show.ts");
      await showWhole(context, vault, only);
      return exitCodes.done;
    }
    const { answerPeople } = await answering;
    await answerPeople(context, vault.campaign.get(), people, nobody);
    return exitCodes.done;
  });
};
