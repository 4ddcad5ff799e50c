/** Act 2 of the demo: one letter, with those who signed it with any of the three. */
import { indented, organizers } from "./play.ts";
import type { Organizer, Play } from "./play.ts";

interface Listed {
  readonly people: readonly {
    readonly id: string;
    readonly pledges: readonly { readonly action: string; readonly state: string }[];
  }[];
}

const idsToSign = async ({ quietly }: Play, who: Organizer): Promise<readonly string[]> => {
  const { stdout } = await quietly(who, ["list", "--json"]);
  const { people } = JSON.parse(stdout) as Listed;
  return people.flatMap(({ id, pledges }) =>
    pledges.some(({ action }) => action === "sign") ? [id] : [],
  );
};

/** The first paragraph of the body: the one after the salutation. */
const firstParagraph = (text: string): string => {
  const paragraphs = text.split(/\n\n+/u);
  const salutation = paragraphs.findIndex((paragraph) => paragraph.startsWith("Dear "));
  return paragraphs[salutation + 1] ?? "";
};

const confirmAll = async (play: Play): Promise<void> => {
  const ids = await Promise.all(
    organizers.map(async (who) => ({ who, ids: await idsToSign(play, who) })),
  );
  await Promise.all(
    ids.map(({ who, ids: all }) => {
      // Three of the founder's have not been reached again, and so are under no text.
      const signing = who === "rowan" ? all.slice(0, -3) : all;
      const line = `confirm ${signing[0] ?? ""} ... (${signing.length} people, asked again)`;
      return play.run(who, line, { args: ["confirm", ...signing] });
    }),
  );
};

export const actOfTheLetter = async (play: Play): Promise<void> => {
  const { run, say, stage, folder } = play;
  const others = organizers.filter((who) => who !== "rowan");
  say("\n2. THE LETTER, from a template to a text that people of all three sign");
  await run("rowan", "fact add --from facts.json");
  await run("rowan", "letter start employer-demands --from answers.json");
  await run("rowan", "letter freeze employer-demands -o committee-2.pledge --yes");
  await Promise.all(others.map((who) => run(who, "merge committee-2.pledge")));
  await confirmAll(play);
  await Promise.all(
    others.map((who) =>
      run(who, `letter signers employer-demands --to rowan -o ${who}.signers --yes`),
    ),
  );
  const merged = await run("rowan", "merge alder.signers juniper.signers");
  say(indented(merged.stdout));
  for (const format of ["html", "txt"])
    await run("rowan", `letter write employer-demands --format ${format} -o letter.${format}`);
  const text = new TextDecoder().decode(stage.readBytes(`${folder}/letter.txt`));
  say(indented(firstParagraph(text)));
};
