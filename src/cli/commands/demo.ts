/**
 * `pledge demo`: the main job with sample people, in three acts. Every command is a process of the real
 * command line in a temporary folder; nothing of the user's is read or written but `demo-output`.
 */
import type { Context } from "../context.ts";
import { actOfTheEmployer } from "../demo/employer.ts";
import { actOfTheLetter } from "../demo/letter.ts";
import { actOfOrganizers } from "../demo/organizers.ts";
import { createPlay, OffScript } from "../demo/play.ts";
import type { Play } from "../demo/play.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";

/** The names of the sample people, from the package's file. */
const sampleNames = (jsonLines: string): readonly string[] =>
  jsonLines
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly name: string }).name);

const leave = ({ stage, folder, say }: Play, invocation: string): string => {
  const left = stage.freshFolder("demo-output");
  stage.copyFolder(`${folder}/rowan`, `${left}/vault`);
  for (const name of ["passphrase", "letter.txt", "letter.html", "rowan.tally"]) {
    stage.writeBytes(`${left}/${name}`, stage.readBytes(`${folder}/${name}`));
  }
  const name = left.slice(left.lastIndexOf("/") + 1);
  say(`\nRowan's vault and its passphrase are in ${name}. Four commands to try, after`);
  say(`  export PLEDGE_VAULT=${name}/vault PLEDGE_PASSPHRASE_FILE=${name}/passphrase`);
  for (const command of [
    "list",
    "status",
    "letter preview employer-demands",
    `peek ${name}/rowan.tally --inside`,
  ])
    say(`  ${invocation} ${command}`);
  return left;
};

export const demo = async (context: Context): Promise<ExitCode> => {
  const { world, globals, talk } = context;
  const stage = await world.stage();
  const folder = stage.temporaryFolder();
  const say = (text: string): void => {
    if (!globals.json) world.stdout.write(`${text}\n`);
  };
  const play = createPlay(stage, folder, say);
  const encoder = new TextEncoder();
  for (const name of ["campaign.json", "people.jsonl", "facts.json", "answers.json"]) {
    stage.writeBytes(
      `${folder}/${name}`,
      stage.readBytes(stage.packageFile(`templates/demo/${name}`)),
    );
  }
  const vaults = await world.vaults();
  stage.writeBytes(`${folder}/passphrase`, encoder.encode(`${vaults.suggestPassphrase()}\n`));
  const names = sampleNames(new TextDecoder().decode(stage.readBytes(`${folder}/people.jsonl`)));
  try {
    await actOfOrganizers(play);
    await actOfTheLetter(play);
    await actOfTheEmployer(play, world, names);
  } catch (error) {
    if (!(error instanceof OffScript)) throw error;
    world.stderr.write(error.ran.stderr);
    return exitCodes.bug;
  }
  const left = leave(play, world.invocation);
  if (globals.json) talk.answer({ v: 1, folder: left }, () => "");
  return exitCodes.done;
};
