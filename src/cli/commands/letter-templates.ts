/** `pledge letter templates`: what letters there are to start from. Needs no vault. */
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { templateText } from "../render/letter-templates.ts";

/**
 * JSON: `{"v":1,"templates":[{"id","title","kind","country","language","variables":[{"name","kind",
 * "ask","example","required","personal","defaultInDays"}]}]}`; `defaultInDays` only where a day is offered.
 */
export const letterTemplates = async ({ world, talk }: Context): Promise<ExitCode> => {
  const templates = (await world.templates()).list();
  const width = await world.textWidth();
  talk.answer(
    {
      v: 1,
      templates: templates.map(({ id, title, kind, country, language, variables }) => ({
        id,
        title,
        kind,
        country,
        language,
        variables: variables.map((variable) => ({ ...variable })),
      })),
    },
    () => templates.map((one) => templateText(one, { columns: talk.columns, width })).join("\n\n"),
  );
  return exitCodes.done;
};
