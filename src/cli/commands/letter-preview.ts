/** `pledge letter preview NAME`: the letter as text, as it would go out now, and who is held back from it. */
import { deadlinesPassed, unanswered } from "../../domain/letters/answers.ts";
import { fixText } from "../../domain/letters/frozen-text.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { composeLetter } from "../../usecases/letters/compose-letter.ts";
import type { Composed } from "../../usecases/letters/compose-letter.ts";
import { draftText } from "../../usecases/letters/draft-text.ts";
import { findWithTemplate } from "../../usecases/letters/find-letter.ts";
import type { FoundLetter } from "../../usecases/letters/find-letter.ts";
import { unbackedSteps } from "../../usecases/letters/freeze-letter.ts";
import { answerInPages } from "../answer-in-pages.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { signatoriesJson } from "../render/letter-json.ts";
import {
  faultNotes,
  heldBackNotes,
  leftOutNotes,
  standing,
  textAloneNotes,
  waitingNotes,
} from "../render/letter-notes.ts";
import { organizersJson } from "../render/letter-signers.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/** The frozen text; for a draft, the one that freezing would fix. */
const composed = async (
  { world }: Context,
  vault: Vault,
  { letter, template }: FoundLetter,
): Promise<Result<Composed, Failure>> => {
  const today = world.clock.today();
  const deps = { vault, hashes: world.hashes };
  const shown = { title: template.title, today };
  if (letter.frozen !== undefined)
    return ok(await composeLetter(deps, letter, letter.frozen, shown));
  const draft = draftText({ vault, templates: await world.templates() }, template, letter);
  if (!draft.ok) return draft;
  return ok(
    await composeLetter(deps, letter, fixText(draft.value, world.hashes.sha256, today), shown),
  );
};

/** A text that came with the committee file comes without them. */
const sameDemands = (letter: Letter, vault: Vault): boolean =>
  vault.letters.isShared(letter.name) ||
  vault.campaign.get().demands.join() === letter.demands.join();

/**
 * JSON: `{"v":1,"name","state":"draft"|"frozen","text","toAsk","signed":{"low","high"},"organizers":[{"handle",
 * "you","asOf","forked"}],"tookBack":["id"],"content","textAlone","signatories","asked":{"named","role","counted"},"heldBack":{
 * "withoutSeniority","coarser","counted"},"waiting":{"lines","others","supporters"},"leftOut":[],"unbacked":[]}`. `text` (the SHA-256), `toAsk`, `signed`, `organizers` (those whose
 * signatures were put together, none while all are ours) and `tookBack` (who signed with us and is left out, since
 * others say that they took it back) are missing for a draft; `signatories` as in `letter
 * write`, and for a draft, which shows nobody, as if everybody who pledged to sign had signed; `asked` is how
 * they asked to be shown, `heldBack` of the role ones who are shown less clearly than that, `waiting` what is
 * less than it could be because of letters that were written before; `unbacked` are
 * announced steps that nobody has pledged. `textAlone`: there are no words in its language for what stands outside it.
 */
export const letterPreview = (context: Context, name: string): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const found = await findWithTemplate({ vault, templates: await world.templates() }, name);
    if (!found.ok) return talk.fail(found.failure);
    const letter = await composed(context, vault, found.value);
    if (!letter.ok) return talk.fail(letter.failure);
    const { source, list, asked, heldBack, waiting, gathered, tookBack } = letter.value;
    const { frozen, answers } = found.value.letter;
    const documents = await world.documents();
    const content = documents.write(source, "txt", talk.columns);
    const textAlone = !documents.hasWordsIn(source.language);
    const toAsk = frozen === undefined ? 0 : vault.letters.toAsk(frozen.hash).length;
    const left = unanswered(found.value.template, answers);
    const unbacked = unbackedSteps(vault, found.value);
    await answerInPages(
      context,
      {
        v: 1,
        name: found.value.letter.name,
        ...(frozen === undefined
          ? { state: "draft" }
          : {
              state: "frozen",
              text: frozen.hash,
              toAsk,
              signed: {
                low: letter.value.people,
                high: gathered?.merged.people.high ?? letter.value.people,
              },
              organizers: organizersJson(gathered),
              tookBack,
            }),
        content,
        textAlone,
        signatories: signatoriesJson(list),
        asked: { ...asked },
        heldBack: { ...heldBack },
        waiting: { ...waiting },
        leftOut: left.map((variable) => variable.name),
        unbacked: unbacked.map(({ action }) => action),
      },
      () => content,
    );
    const passed = deadlinesPassed(found.value.template, answers, world.clock.today());
    const notes = [
      ...(textAlone ? textAloneNotes(source.language) : []),
      ...standing(found.value.letter, letter.value, toAsk),
      ...heldBackNotes(letter.value),
      ...waitingNotes(letter.value),
      ...faultNotes(found.value.letter, { missing: [], unbacked, passed }),
      ...(sameDemands(found.value.letter, vault)
        ? []
        : [
            `The campaign's demands have changed since; take them in with "pledge letter edit ${found.value.letter.name} --demands".`,
          ]),
      ...leftOutNotes(left),
    ];
    talk.note("");
    await tell(context, notes);
    return exitCodes.done;
  });
