/** `pledge letter new TEMPLATE`: a template of ours as one file, for a committee that rewrites the prose. Needs no vault. */
import { chosenTemplate } from "../../usecases/letters/find-template.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { tell } from "../tell.ts";
import type { OutputOptions } from "../write-output.ts";

interface Options extends OutputOptions {
  readonly language?: string;
}

/** JSON: `{"v":1,"template","language","file"|"content"}`. A file that is there is not written over without --force. */
export const letterNew = async (
  context: Context,
  id: string,
  { language, output, force }: Options,
): Promise<ExitCode> => {
  const { world, talk, globals } = context;
  const templates = await world.templates();
  const wanted = language === undefined ? {} : { language };
  const template = chosenTemplate({ templates }, { template: id, ...wanted });
  if (!template.ok) return talk.fail(template.failure);
  const { language: written } = template.value;
  const text = templates.asOneFile(id, written);
  if (!text.ok) return talk.fail(text.failure);
  const file = output ?? `./${id}.${written}.md.hbs`;
  const json = { v: 1, template: id, language: written };
  if (file === "-") {
    if (globals.json) talk.answer({ ...json, content: text.value }, () => "");
    else world.stdout.write(text.value);
    return exitCodes.done;
  }
  const kept = await world.files.write(file, text.value, force);
  if (!kept.ok) return talk.fail(kept.failure);
  talk.answer({ ...json, file }, () => `${file}: ${template.value.title}, to be rewritten.`);
  await tell(context, [
    "Change it in any editor. It is plain text outside the vault, and holds nobody's name; keep it so.",
    `Then: "pledge letter start ${/[/\\]/u.test(file) ? file : `./${file}`}".`,
  ]);
  return exitCodes.done;
};
