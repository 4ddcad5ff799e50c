/**
 * `pledge letter freeze NAME`: fixes the text that people sign, and says who must be asked about it. With -o the text
 * goes to the committee, also one that was fixed before.
 */
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { FrozenText, Letter } from "../../domain/letters/letter.ts";
import { counted } from "../../domain/text/words.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import type { CommitteeInUse } from "../../usecases/committee/committee-in-use.ts";
import { committeeToChange } from "../../usecases/committee/make-number.ts";
import { shareLetter } from "../../usecases/committee/share-letter.ts";
import { findWithTemplate } from "../../usecases/letters/find-letter.ts";
import { freezeLetter, textToFreeze } from "../../usecases/letters/freeze-letter.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { faultsOf } from "../lint-faults.ts";
import { agreed } from "../questions/terminal.ts";
import { mergeLines } from "../render/for-others.ts";
import { lintClause } from "../render/letter-lint.ts";
import { peopleToAskText } from "../render/letter-people.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";
import { outputObstacle } from "../write-output.ts";
import type { OutputOptions } from "../write-output.ts";
import { writeNumber } from "../write-number.ts";

/** A letter whose text is fixed, or is about to be with a number of the committee file. */
interface Fixed {
  readonly letter: Letter;
  readonly text: FrozenText;
}

const jsonOf = (vault: Vault, { letter, text }: Fixed) => ({
  v: 1,
  name: letter.name,
  text: text.hash,
  frozenOn: text.frozenOn,
  ask: vault.letters.toAsk(text.hash),
});

const fixedText = ({ world }: Context, vault: Vault, { letter, text }: Fixed): string => {
  const ask = vault.letters.toAsk(text.hash);
  const fixed = `${letter.name} is fixed: text ${shortHash(text.hash)}.`;
  if (ask.length === 0) return `${fixed} Nobody who pledged to sign is left to be asked.`;
  const who = peopleToAskText(ask, { names: world.stdout.isTerminal, person: vault.people.byId });
  return `${fixed}\nMust be asked about it (${counted(ask.length, "person", "people")}):\n${who}`;
};

const tellToAsk = async (context: Context, vault: Vault, { text }: Fixed): Promise<void> => {
  if (vault.letters.toAsk(text.hash).length > 0)
    await tell(context, ['Once they have said yes to this text: "pledge confirm ID".']);
};

const share = async (
  context: Context,
  vault: Vault,
  inUse: CommitteeInUse,
  fixed: Fixed,
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const deps = {
    vault,
    hashes: world.hashes,
    templates: await world.templates(),
    openpgp: await world.openpgp(),
    universalDay: world.clock.universalDay(),
  };
  const shared = await shareLetter(deps, inUse, fixed.letter, fixed.text);
  if (!shared.ok) return talk.fail(shared.failure);
  const { made, already } = shared.value;
  const { number, hash } = made.reference;
  const screen = { columns: talk.columns, width: await world.textWidth() };
  // A proposal says of itself alone what it is; the text is fixed here all the same.
  if (made.missing > 0) await tell(context, [fixedText(context, vault, fixed)]);
  const code = await writeNumber(context, options, made, {
    self: inUse.identity.fingerprint,
    json: { ...jsonOf(vault, fixed), number, hash },
    text: (file) =>
      [
        fixedText(context, vault, fixed),
        already
          ? `The committee has this text already, in number ${number} of its file.`
          : `It goes to the committee in number ${number} of its file.`,
        ...mergeLines(made.committee, inUse.identity.fingerprint, file, screen),
      ].join("\n"),
  });
  if (code === exitCodes.done) await tellToAsk(context, vault, fixed);
  return code;
};

/**
 * JSON: `{"v":1,"name","text","frozenOn","ask":["id"]}`, with -o also `"number","hash","file"|"content"`: `text` is the
 * SHA-256 of the frozen text, `ask` whoever pledged to sign and has not signed it. Nothing is fixed without a yes.
 */
export const letterFreeze = async (
  context: Context,
  name: string,
  options: OutputOptions,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const sharing = options.output !== undefined;
  const obstacle = sharing ? await outputObstacle(context, options) : undefined;
  if (obstacle !== undefined) return talk.fail(obstacle);
  return withVault(context, async (vault) => {
    const templates = await world.templates();
    const found = await findWithTemplate({ vault, templates }, name);
    if (!found.ok) return talk.fail(found.failure);
    const { letter } = found.value;
    const inUse = sharing ? committeeToChange(vault) : undefined;
    if (inUse?.ok === false) return talk.fail(inUse.failure);
    if (inUse !== undefined && letter.frozen !== undefined)
      return share(context, vault, inUse.value, { letter, text: letter.frozen }, options);
    const deps = { vault, templates, sha256: world.hashes.sha256, today: world.clock.today() };
    const text = textToFreeze(deps, found.value);
    if (!text.ok) return talk.fail(text.failure);
    const faults = await faultsOf(context, vault, letter);
    if (!faults.ok) return talk.fail(faults.failure);
    const yes = await agreed(
      context,
      `${lintClause(letter.name, faults.value)}Fix the text of ${letter.name}? Whoever signs it must be asked again if it changes.`,
    );
    if (!yes.ok) return talk.fail(yes.failure);
    if (!yes.value) {
      await tell(context, [`${letter.name} stays a draft.`]);
      return exitCodes.no;
    }
    const fixed = { letter, text: text.value };
    if (inUse !== undefined) return share(context, vault, inUse.value, fixed, options);
    freezeLetter(vault, letter, text.value);
    talk.answer(jsonOf(vault, fixed), () => fixedText(context, vault, fixed));
    await tellToAsk(context, vault, fixed);
    return exitCodes.done;
  });
};
