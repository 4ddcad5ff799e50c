/** Every command of the tree under strace, with somebody in the vault whom nothing may name: see test/support/leaks.ts. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";

import { filesNaming } from "../../support/leaks.ts";
import { itWith } from "../../support/programs.ts";
import { keys } from "../../support/pseudo-terminal.ts";
import { sampleCampaign } from "../../support/sample.ts";
import { committee } from "./committee-commands.ts";
import { canary, tracedPledge } from "./traced-pledge.ts";
import type { TracedPledge } from "./traced-pledge.ts";

const today = new Date().toISOString().slice(0, 10);

const person = {
  name: canary,
  alias: "canary",
  team: "cloud",
  role: "Engineer",
  actions: ["sign", { action: "walkout", atLeast: 10 }, "refuse", "strike"],
  assessment: 2,
  note: canary,
  contacts: [{ kind: "other", value: canary }],
};

interface Listed {
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const ids = (
  { run }: TracedPledge,
  vault: readonly string[] = [],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (JSON.parse(run([...vault, "list", "--json"])) as Listed).people.map(({ id, name }) => [
      name,
      id,
    ]),
  );

const begin = ({ run, given }: TracedPledge): void => {
  run(["init", "--from", given("campaign.json", JSON.stringify(sampleCampaign)), "--kdf", "light"]);
  const others = [{ name: "Other Person", actions: ["sign"] }, { name: "Other Persons" }];
  run(["add", "--from", given("people.json", JSON.stringify([person, ...others]))]);
  run(["campaign", "show"]);
  run(["campaign", "edit", "--from", given("change.json", '{"campaign":"Another name"}')]);
  run(["hold", "on"]);
  run(["hold", "off", "--yes"]);
};

const people = (pledge: TracedPledge): void => {
  const { run, given } = pledge;
  run(["list"]);
  run(["show", "canary"]);
  run(["find", "--from", given("sought", canary)]);
  run(["edit", "canary", "--from", given("e.json", JSON.stringify({ note: `${canary} again` }))]);
  run(["assess", "canary", "--level", "1", "--basis", "conversation"]);
  run(["status"]);
  run(["confirm", "canary"]);
  run(["done", "canary", "strike"]);
  run(["lapse", "canary", "refuse"]);
  run(["test", "add", "badge-day", "--ask", "Wear the badge"]);
  run(["test", "note", "badge-day", "asked", "canary"]);
  run(["test", "show", "badge-day"]);
  run(["test", "list"]);
  run(["test", "remove", "badge-day", "--yes"]);
  const list = given("list.csv", `Name,Email\n${canary} Two,two@home.example\n`);
  run(["import", list, "--yes"]);
  run(["export", "-o", pledge.path("decided/people.csv"), "--yes"]);
  run(["undo", "--yes"]);
  run(["duplicates", "review", "--json"]);
  const { "Other Person": one = "", "Other Persons": other = "" } = ids(pledge);
  run(["duplicates", "apart", one, other]);
  run(["duplicates", "merge", one, other, "--yes"]);
};

const letters = ({ run, given, path }: TracedPledge): void => {
  run(["letter", "templates"]);
  run(["letter", "new", "petition", "-o", path("petition.en.md.hbs")]);
  const fact = { key: "f", claim: "A claim", source: "S", date: today, known: "work" };
  run(["fact", "add", "--from", given("f.json", JSON.stringify([fact]))]);
  run(["fact", "list"]);
  run(["fact", "edit", "f", "--from", given("f2.json", '{"claim":"Another claim"}')]);
  run(["fact", "let-through", "f", "--yes"]);
  const answers = { answerBy: "2099-12-31", contact: "workers@home.example" };
  run(["letter", "start", "employer-demands", "--from", given("a.json", JSON.stringify(answers))]);
  run(["letter", "edit", "employer-demands", "--set", "answerBy=2099-12-30"]);
  run(["letter", "preview", "employer-demands"]);
  run(["letter", "lint", "employer-demands"], [0, 1]);
  run(["letter", "freeze", "employer-demands", "--yes"]);
  run(["confirm", "canary"]);
  run(["letter", "list"]);
  run(["letter", "write", "employer-demands", "--format", "md", "-o", path("letter.md")]);
  run(["letter", "write", "employer-demands", "--format", "docx", "-o", path("letter.docx")]);
  const delivered = { addressee: "Dana Roe", way: "by hand", on: today, answerBy: "2099-12-31" };
  const delivery = given("d.json", JSON.stringify(delivered));
  run(["letter", "deliver", "employer-demands", "--from", delivery, "--force", "--yes"]);
  const answered = { on: today, answers: [{ demand: "drop-contracts", state: "refused" }] };
  run([
    "letter",
    "respond",
    "employer-demands",
    "--from",
    given("r.json", JSON.stringify(answered)),
  ]);
  run(["fact", "remove", "f", "--yes"]);
};

const demands = ({ run, given }: TracedPledge): void => {
  run(["demand", "list"]);
  run(["demand", "show", "drop-contracts"]);
  const demand = {
    key: "own",
    title: "Our own",
    ask: "Stop it.",
    satisfiedBy: "It has stopped.",
    withinDays: 30,
    why: "Because.",
    objection: { expect: "No.", answer: "Yes." },
    sources: [],
  };
  run(["demand", "add", "--from", given("own.json", JSON.stringify(demand))]);
  run(["demand", "edit", "own", "--from", given("own2.json", '{"title":"Ours"}')]);
  run([
    "demand",
    "state",
    "own",
    "open",
    "--from",
    given("s.json", JSON.stringify({ since: today })),
  ]);
  run(["demand", "remove", "own", "--yes"]);
};

/** The passphrase is another one since the shares were combined. */
const keysAndCopies = async ({ run, given, path, typed }: TracedPledge): Promise<void> => {
  const by = ["--passphrase-file", given("combined", "another sample passphrase of the tests")];
  const next = given("next", "a third sample passphrase of the tests");
  run(["passphrase", "list"]);
  run([...by, "passphrase", "add", "--new-passphrase-file", next]);
  run([...by, "passphrase", "remove", "2", "--yes"], [0, 1]);
  run([...by, "passphrase", "change", "--new-passphrase-file", next]);
  const words = given(
    "words",
    run(["--passphrase-file", next, "recovery", "new", "--yes", "--no-input"]),
  );
  run(["recovery", "words", "--from", words, "--new-passphrase-file", next]);
  run(["--passphrase-file", next, "rekey", "--yes"]);
  run(["--passphrase-file", next, "doctor"], [0, 1]);
  run(["--passphrase-file", next, "backup", path("backup")]);
  run(["--vault", path("restored"), "--passphrase-file", next, "restore", path("backup")]);
  run(["--passphrase-file", next, "withdraw", "canary", "walkout", "--yes"]);
  run(["--passphrase-file", next, "forget", "canary", "--yes"]);
  await typed(
    ["--passphrase-file", next, "purge"],
    [{ waitFor: /type its name/u, type: `Another name${keys.enter}` }],
  );
};

/** Without a vault of the person's, or many commands in one. */
const leftOut = ["shell", "demo", "completion", "help"];

itWith(["strace", "script"], "no command lets a name out", async () => {
  const pledge = tracedPledge();
  begin(pledge);
  people(pledge);
  letters(pledge);
  demands(pledge);
  committee(pledge);
  await keysAndCopies(pledge);
  expect(pledge.found).toEqual([]);
  expect(await pledge.left()).toEqual(leftOut);
  const { home, path } = pledge;
  const outside = filesNaming(home.folder, canary).filter(
    (file) =>
      ![path("input"), path("decided"), path("strace.log")].some((one) => file.startsWith(one)),
  );
  expect(outside).toEqual([]);
  expect(readFileSync(path("decided/people.csv"), "utf8")).toContain(canary);
});
