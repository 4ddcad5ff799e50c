/** `pledge tally show`: whose tallies are here, how old they are, and where they contradict. */
import { committeeInUse } from "../../usecases/committee/committee-in-use.ts";
import { createTallyReader } from "../../usecases/tallies/read-tallies.ts";
import type { Context } from "../context.ts";
import { countIn } from "../count-together.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { noteText } from "../render/letter-notes.ts";
import { auditLines, auditsJson, calledIn } from "../render/audit.ts";
import { sourceLines, sourcesJson } from "../render/tally.ts";
import { fateNote } from "../render/together.ts";
import { tell } from "../tell.ts";
import { withVault } from "../unlock.ts";

/**
 * JSON: `{"v":1,"sources":[{"handle","fingerprint","incarnation","seq","asOf","days","old","people","state","you"}],"forks":[{"of":"tally|bundle","handle","fingerprint","incarnation","seq","sha256":[hash]|"incarnations"}],
 * "contradictions":[],"above":[{"handle","relayed","of":"unit|team|turf","team","people","size"}],"agreements":[{"handles","team","on","people","later","counts"}],"relayed":[{"handle","fingerprint","writers","people","oldest"}],"notYet":[handle],"vault":"current|rolled-back|replaced","audits":[as of tally audit check]}`; `state` is "live", "forked",
 * "superseded", "removed", "revoked" or "left-out"; `leftOut` are `{"handle","fingerprint","incarnation","sha256","team","reason","on"}`.
 */
export const tallyShow = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const inUse = committeeInUse(vault);
    if (!inUse.ok) return talk.fail(inUse.failure);
    const { together } = countIn(world, vault, inUse.value, {
      reader: createTallyReader(vault),
    });
    const width = await world.textWidth();
    const called = calledIn(inUse.value);
    const audits = vault.audits.results();
    const told = auditLines(audits, called);
    const gap = told.length === 0 ? [] : [""];
    talk.answer({ v: 1, ...sourcesJson(together), audits: auditsJson(audits, called) }, () =>
      noteText([...sourceLines(together), ...gap, ...told], talk.columns, width),
    );
    await tell(context, fateNote(together.sources.fate));
    return exitCodes.done;
  });
