/** `pledge letter templates [TEMPLATE]`: what letters there are to start from, or what one asks for. Needs no vault. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Template } from "../../domain/letters/letter.ts";
import type { TemplateFault, Templates } from "../../domain/letters/ports.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { catalogueText, templateText } from "../render/letter-templates.ts";

/** All of them, or one in every language that it is written in. */
const wanted = (
  templates: Templates,
  id: string | undefined,
): Result<readonly Template[], TemplateFault> => {
  const all = templates.list();
  const found = id === undefined ? all : all.filter((one) => one.id === id);
  if (id === undefined || found.length > 0) return ok(found);
  const known = [...new Set(all.map((one) => one.id))];
  return fail({ type: "template-unknown", id, known });
};

/**
 * JSON: `{"v":1,"templates":[{"id","title","kind","country","language","demands":"campaign"|["key"],
 * "about":"delivery"|"response"|null,"variables":[{"name","kind","ask","example","required","personal",
 * "defaultInDays"}]}]}`; `defaultInDays` only where a day is offered.
 */
export const letterTemplates = async (
  { world, talk }: Context,
  id: string | undefined,
): Promise<ExitCode> => {
  const found = wanted(await world.templates(), id);
  if (!found.ok) return talk.fail(found.failure);
  const screen = { columns: talk.columns, width: await world.textWidth() };
  talk.answer(
    {
      v: 1,
      templates: found.value.map(({ about, variables, ...template }) => ({
        ...template,
        about: about ?? null,
        variables: variables.map((variable) => ({ ...variable })),
      })),
    },
    () =>
      id === undefined
        ? catalogueText(found.value, screen)
        : found.value.map((one) => templateText(one, screen)).join("\n\n"),
  );
  if (id === undefined) talk.note('What one asks for: "pledge letter templates employer-demands".');
  return exitCodes.done;
};
