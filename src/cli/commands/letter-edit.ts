/** `pledge letter edit NAME`: other answers; a fixed text becomes a draft again where they change it. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import { deadlinesPassed } from "../../domain/letters/answers.ts";
import type { Given } from "../../domain/letters/answers.ts";
import type { FactKey } from "../../domain/letters/fact.ts";
import type { Letter, Template } from "../../domain/letters/letter.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { keepChange, planChange } from "../../usecases/letters/edit-letter.ts";
import type { PlannedChange } from "../../usecases/letters/edit-letter.ts";
import { untranslated } from "../../usecases/letters/find-demand.ts";
import { findWithTemplate } from "../../usecases/letters/find-letter.ts";
import type { Deps, FoundLetter } from "../../usecases/letters/find-letter.ts";
import { chosenTemplate } from "../../usecases/letters/find-template.ts";
import { unbackedSteps } from "../../usecases/letters/freeze-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { givenAnswers } from "../letter-answers.ts";
import type { AnswerOptions } from "../letter-answers.ts";
import { askChanges } from "../questions/letter-changes.ts";
import { agreed, terminalFor } from "../questions/terminal.ts";
import { ownTemplate } from "../own-template.ts";
import { faultNotes, untranslatedNotes } from "../render/letter-notes.ts";
import { peopleToAskText } from "../render/letter-people.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

interface Options extends AnswerOptions {
  /** Whether to take the campaign's demands of today instead of those that the letter was started with. */
  readonly demands: boolean;
  /** A file of the organizer's, to take the text from. */
  readonly template?: string;
}

interface Change {
  readonly given: Given;
  readonly demands?: readonly DemandKey[];
  readonly facts?: readonly FactKey[];
  readonly template?: Template;
}

/** The template that the option names, in the letter's language, or nothing. */
const newTemplate = async (
  context: Context,
  templates: Templates,
  letter: Letter,
  path: string | undefined,
): Promise<Result<{ readonly template?: Template }, Failure>> => {
  if (path === undefined) return ok({});
  const file = await ownTemplate(context, path, letter.language);
  if (!file.ok) return file;
  const template = chosenTemplate({ templates }, file.value);
  return template.ok ? ok({ template: template.value }) : template;
};

/** What the options or the person want changed. */
const wantedChange = async (
  context: Context,
  { vault, templates }: Deps,
  found: FoundLetter,
  options: Options,
): Promise<Result<Change, Failure>> => {
  const campaign = vault.campaign.get();
  const { from, set, demands } = options;
  if (from !== undefined || set !== undefined || demands || options.template !== undefined) {
    const changed = await newTemplate(context, templates, found.letter, options.template);
    if (!changed.ok) return changed;
    const { template = found.template } = changed.value;
    const given = await givenAnswers(context, options, { template, campaign });
    if (!given.ok) return given;
    const today = demands ? { demands: campaign.demands } : {};
    return ok({ ...given.value, ...changed.value, ...today });
  }
  const terminal = await terminalFor(context, "--set NAME=VALUE, --from FILE or --template FILE");
  if (!terminal.ok) return terminal;
  if (found.letter.frozen !== undefined) {
    terminal.value.say(
      `The text of ${found.letter.name} is fixed. A change of it makes it a draft again,\nand whoever signed it must be asked anew.`,
    );
  }
  return ok(await askChanges(terminal.value, context, vault, found));
};

const tellChange = ({ world, talk }: Context, vault: Vault, planned: PlannedChange): void => {
  const { letter, changed, thaws, askAgain } = planned;
  const { name } = letter;
  const { isTerminal } = world.stdout;
  talk.answer(
    {
      v: 1,
      letter: { name, answers: letter.answers, demands: letter.demands, facts: letter.facts },
      changed,
      thawed: thaws,
      askAgain,
      missing: planned.missing,
    },
    () => {
      if (!changed) return `${name} stays as it was.`;
      if (!thaws) return `${name} is changed.`;
      if (askAgain.length === 0) {
        return `${name} is changed and a draft again; nobody has to be asked a second time.`;
      }
      const who = peopleToAskText(askAgain, { names: isTerminal, person: vault.people.byId });
      return `${name} is changed and a draft again.\nSigned the text before, and must be asked again once this one is fixed (${counted(askAgain.length, "person", "people")}):\n${who}`;
    },
  );
};

/**
 * JSON: `{"v":1,"letter":{"name","answers":{},"demands":[],"facts":[]},"changed","thawed","askAgain":["id"],"missing":[]}`.
 * Fails with `letter-frozen` where the change needs a yes that nobody gives, and with `letter-shared`
 * for a text of the committee's; nothing is changed then.
 */
export const letterEdit = (context: Context, name: string, options: Options): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const deps = { vault, templates: await world.templates(), sha256: world.hashes.sha256 };
    const found = await findWithTemplate(deps, name);
    if (!found.ok) return talk.fail(found.failure);
    const { name: letterName } = found.value.letter;
    if (vault.letters.isShared(letterName))
      return talk.fail({ type: "letter-shared", name: letterName });
    const change = await wantedChange(context, deps, found.value, options);
    if (!change.ok) return talk.fail(change.failure);
    const planned = planChange(deps, found.value, change.value);
    if (!planned.ok) return talk.fail(planned.failure);
    const { letter, thaws } = planned.value;
    const { frozen } = found.value.letter;
    if (thaws && frozen !== undefined) {
      const signed = vault.letters.signatories(frozen.hash).length;
      const message = `This changes the text of ${letter.name}, which ${counted(signed, "person has", "people have")} signed. Make it a draft again?`;
      const yes = await agreed(context, message);
      if (!yes.ok) return talk.fail({ type: "letter-frozen", name: letter.name });
      if (!yes.value) {
        await tell(context, [`${letter.name} stays as it was.`]);
        return exitCodes.no;
      }
    }
    keepChange(vault, planned.value);
    tellChange(context, vault, planned.value);
    const { template } = planned.value;
    const notes = faultNotes(letter, {
      missing: planned.value.missing,
      unbacked: unbackedSteps(vault, { letter, template }),
      passed: deadlinesPassed(template, letter.answers, world.clock.today()),
    });
    const inEnglish = options.demands ? untranslated(deps, letter) : [];
    await tell(context, [...untranslatedNotes(letter, inEnglish), ...notes]);
    return exitCodes.done;
  });
