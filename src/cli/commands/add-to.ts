/** `pledge add --to FILE`: for a worker without a vault; what she answers becomes one block for an organizer, and nothing stays here. */
import { parseTold, writeTold } from "../../domain/people/told-people.ts";
import type { ToldPerson } from "../../domain/people/told-people.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Certificate } from "../../domain/sealing/certificate.ts";
import { cleanLine, showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { terminalFor } from "../questions/terminal.ts";
import { readEach } from "../read-people.ts";

interface Options {
  readonly to: string;
  readonly from?: string;
}

/** A certificate is a few kilobytes. */
const largestFile = 1024 * 1024;

const readReader = async (
  { world }: Context,
  path: string,
): Promise<Result<Certificate, Failure>> => {
  const bytes = await world.files.readBytes(path, largestFile);
  if (!bytes.ok) return bytes;
  const read = await (await world.openpgp()).readJoinFile(bytes.value);
  return read.ok ? ok(read.value.member) : read;
};

/** The organizer as her certificate calls her. */
const calledBy = ({ userIds }: Certificate): string => {
  const called = cleanLine(userIds[0] ?? "");
  return called.ok ? showable(called.value) : "the organizer";
};

const readPeople = async (
  { world }: Context,
  path: string,
): Promise<Result<readonly ToldPerson[], Failure>> => {
  const text = await world.files.read(path);
  if (!text.ok) return text;
  const documents = (await world.json()).parseMany(text.value);
  if (!documents.ok) return documents;
  const { people, faults } = readEach(documents.value, parseTold);
  return faults.length === 0
    ? ok(people)
    : fail({ type: "input-refused", source: "people", faults });
};

const askPeople = async (
  context: Context,
  organizer: string,
): Promise<Result<readonly ToldPerson[], Failure>> => {
  const ask = await terminalFor(context, "--from FILE");
  if (!ask.ok) return ask;
  ask.value.say(
    `One person after another, yourself or others. What you answer is for ${organizer} alone, and nothing of it is kept here.`,
  );
  const { askTold } = await import("../questions/told-round.ts");
  const { random, clock } = context.world;
  return ok(await askTold({ ask: ask.value, random, today: clock.today() }));
};

export const addTo = async (context: Context, { to, from }: Options): Promise<ExitCode> => {
  const { world, talk } = context;
  const reader = await readReader(context, to);
  if (!reader.ok) return talk.fail(reader.failure);
  const organizer = calledBy(reader.value);
  const people =
    from === undefined ? await askPeople(context, organizer) : await readPeople(context, from);
  if (!people.ok) return talk.fail(people.failure);
  if (people.value.length === 0) {
    talk.answer({ v: 1, people: 0, block: null }, () => "Nobody was named, so there is no block.");
    return exitCodes.done;
  }
  const openpgp = await world.openpgp();
  const sealed = await openpgp.seal({
    payload: writeTold(people.value),
    signatures: [],
    readers: [reader.value.bytes],
    named: false,
    day: world.clock.universalDay(),
  });
  if (!sealed.ok) return talk.fail(sealed.failure);
  const block = await openpgp.armor("message", sealed.value);
  const words = await openpgp.words(reader.value);
  talk.note(
    [
      `${counted(people.value.length, "person", "people")}, for ${organizer} to read and for nobody else.`,
      `Whether the file is really ${organizer}'s, a call can tell. Its words are:`,
      words.join(" "),
      "Send all of this block, from BEGIN to END:",
    ].join("\n"),
  );
  talk.answer({ v: 1, people: people.value.length, block }, () => block);
  return exitCodes.done;
};
