/** `pledge letter templates [TEMPLATE]`: what letters there are to start from, or what one asks for. Needs no vault. */
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Template } from "../../domain/letters/letter.ts";
import type { Templates } from "../../domain/letters/ports.ts";
import { isTemplatePath } from "../../domain/letters/template-file.ts";
import { chosenTemplate } from "../../usecases/letters/find-template.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Failure } from "../failure.ts";
import { ownTemplate } from "../own-template.ts";
import { catalogueText, templateText } from "../render/letter-templates.ts";

/** All of them, one in every language that it is written in, or a file of the organizer's. */
const wanted = async (
  context: Context,
  templates: Templates,
  id: string | undefined,
): Promise<Result<readonly Template[], Failure>> => {
  if (id !== undefined && isTemplatePath(id)) {
    const file = await ownTemplate(context, id, undefined);
    if (!file.ok) return file;
    const own = chosenTemplate({ templates }, file.value);
    return own.ok ? ok([own.value]) : own;
  }
  const all = templates.list();
  const found = id === undefined ? all : all.filter((one) => one.id === id);
  if (id === undefined || found.length > 0) return ok(found);
  const known = [...new Set(all.map((one) => one.id))];
  return fail({ type: "template-unknown", id, known });
};

/**
 * JSON: `{"v":1,"templates":[{"id","title","kind","country","language","demands":"campaign"|["key"],
 * "about":"delivery"|"response"|null,"ownTemplate","variables":[{"name","kind","ask","example","required","personal",
 * "defaultInDays"}]}]}`; `defaultInDays` only where a day is offered.
 */
export const letterTemplates = async (
  context: Context,
  id: string | undefined,
): Promise<ExitCode> => {
  const { world, talk } = context;
  const found = await wanted(context, await world.templates(), id);
  if (!found.ok) return talk.fail(found.failure);
  const screen = { columns: talk.columns, width: await world.textWidth() };
  talk.answer(
    {
      v: 1,
      templates: found.value.map(({ about, variables, source, ...template }) => ({
        ...template,
        about: about ?? null,
        ownTemplate: source !== undefined,
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
