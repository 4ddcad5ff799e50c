/**
 * Every command under strace, with somebody in the vault whom no letter may name: her name reaches
 * no file, no argument of a process and no socket, and nothing is ever connected to the internet.
 */
import { mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

import { itWith } from "../support/programs.ts";
import { inTerminal, keys } from "../support/pseudo-terminal.ts";
import { cliPath, createHome } from "../support/real-pledge.ts";
import type { Home } from "../support/real-pledge.ts";
import { passphrase, sampleCampaign } from "../support/sample.ts";

// ASCII, so that strace prints it as it is. Made up.
const canary = "Quartzine Vexholm";
const second = "Obsidia Farthwick";

const traced = (log: string): readonly string[] => [
  "strace",
  "--follow-forks",
  "--decode-fds=path",
  "--string-limit=1000000",
  "--trace=execve,open,openat,creat,write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,socket,connect,rename,renameat2,link,linkat,mkdir,symlink",
  `--output=${log}`,
];

/** What a command did that it may not. */
const breaches = (log: string, home: Home): readonly string[] =>
  readFileSync(log, "utf8")
    .split("\n")
    .filter((line) => {
      if (/(?:socket|connect)\(.*AF_INET/u.test(line)) return true;
      const named = line.includes(canary) || line.includes(second);
      // A name may go to stdout, which is ours here, and to the screen.
      if (named)
        return !/writev?\((?:1<(?:pipe|socket):|\d+<\/dev\/(?:tty|pts\/|ptmx))/u.test(line);
      // Files are made in the home only, and in its temporary folder none at all.
      const made = /(?:open|openat|creat)\(.*"(?<path>\/[^"]*)".*O_CREAT/u.exec(line)?.groups?.[
        "path"
      ];
      return (
        made !== undefined &&
        !made.startsWith("/dev/") &&
        (!made.startsWith(home.folder) || made.startsWith(`${home.folder}/tmp`))
      );
    });

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

const filesNaming = (folder: string, name: string): readonly string[] =>
  filesBelow(folder).filter((path) => readFileSync(path).includes(name));

const person = {
  name: canary,
  alias: "canary",
  team: "cloud",
  role: "Site Reliability Engineer",
  actions: ["sign", { action: "walkout", atLeast: 10 }],
  assessment: 2,
  note: canary,
  contacts: [{ kind: "other", value: canary }],
};

/** What `add --to` is given: the same person, as somebody else tells of her. */
const told = JSON.stringify({ name: canary, actions: ["sign"], note: canary });

interface Listed {
  readonly people: readonly { readonly id: string }[];
}

const answers = {
  answerBy: "2026-12-31",
  contact: "workers@example.org",
};

itWith(["strace"], "no command lets a name out, and none talks to the internet", () => {
  const home = createHome();
  const log = home.file("strace.log", "");
  const input = join(home.folder, "input");
  mkdirSync(input);
  const given = {
    campaign: home.file("input/campaign.json", JSON.stringify(sampleCampaign)),
    people: home.file("input/people.json", JSON.stringify(person)),
    changes: home.file("input/changes.json", JSON.stringify({ note: `${canary} again` })),
    answers: home.file("input/answers.json", JSON.stringify(answers)),
    campaignChange: home.file("input/change.json", JSON.stringify({ campaign: "Another name" })),
    passphrase: home.file("input/new-passphrase", `${passphrase} anew\n`),
  };
  const found: string[] = [];
  const run = (...args: readonly string[]): string => {
    const ran = home.pledge(args, traced(log));
    expect({ args, ...ran }).toMatchObject({ exitCode: 0 });
    found.push(...breaches(log, home).map((line) => `${args.join(" ")}: ${line}`));
    return ran.stdout;
  };
  run("init", "--from", given.campaign, "--kdf", "light");
  run("add", "--from", given.people);
  run("list");
  run("show", "canary");
  run("edit", "canary", "--from", given.changes);
  run("assess", "canary", "--level", "1", "--basis", "conversation");
  run("status");
  run("campaign", "show");
  run("campaign", "edit", "--from", given.campaignChange);
  run("letter", "templates");
  run("letter", "start", "employer-demands", "--from", given.answers);
  run("letter", "edit", "employer-demands", "--set", "answerBy=2026-12-30");
  run("letter", "preview", "employer-demands");
  run("letter", "freeze", "employer-demands", "--yes");
  run("confirm", "canary");
  run("letter", "list");
  for (const format of ["md", "txt", "html"]) {
    run(
      "letter",
      "write",
      "employer-demands",
      "--format",
      format,
      "-o",
      join(home.folder, `letter.${format}`),
    );
  }
  run("letter", "write", "employer-demands", "--format", "txt", "--reask");
  // A committee: another vault joins, has the same person from a second telling, and all files go both ways.
  const heron = ["--vault", join(home.folder, "heron")];
  const own = (...vault: readonly string[]): string =>
    (JSON.parse(run(...vault, "key", "show", "--json")) as { readonly fingerprint: string })
      .fingerprint;
  const file = (name: string): string => join(home.folder, name);
  run(...heron, "join", "--handle", "heron", "--kdf", "light", "-o", file("heron.join"));
  run("key", "export", "-o", file("rowan.join"));
  run(
    "invite",
    file("heron.join"),
    "--fingerprint",
    `heron=${own(...heron)}`,
    "--turf",
    "heron=ads",
    "-o",
    file("committee"),
  );
  run(...heron, "join", file("committee"), "--fingerprint", `rowan=${own()}`);
  const block = run(
    "add",
    "--to",
    file("heron.join"),
    "--from",
    home.file("input/told.json", told),
  );
  run(...heron, "add", "--from", home.file("block", block), "--yes");
  run(
    ...heron,
    "confirm",
    (JSON.parse(run(...heron, "list", "--json")) as Listed).people[0]?.id ?? "",
  );
  run("tally", "export", "-o", file("rowan.tally"));
  run("tally", "export", "--show");
  run(...heron, "tally", "export", "-o", file("heron.asc"));
  run("merge", file("heron.asc"), file("rowan.tally"));
  run("letter", "signers", "employer-demands", "--to", "heron", "-o", file("signers"), "--yes");
  run(...heron, "merge", file("signers"), file("rowan.tally"));
  mkdirSync(file("shared"));
  run("exchange", file("shared"));
  run(...heron, "exchange", file("shared"));
  run("status");
  run("tally", "show");
  run("committee", "show");
  run("committee", "export", "-o", file("committee-again"));
  run("peek", file("heron.asc"), "--inside");
  run("committee", "remove", "heron", "-o", file("committee-2"), "--yes");
  run("doctor");
  run("backup", join(home.folder, "backup"));
  run("--vault", join(home.folder, "restored"), "restore", join(home.folder, "backup"));
  const words = home.file("input/words", run("recovery", "new", "--yes", "--no-input"));
  run(
    "recovery",
    "--from",
    words,
    "--new-passphrase-file",
    home.env["PLEDGE_PASSPHRASE_FILE"] as string,
  );
  run("withdraw", "canary", "walkout", "--yes");
  run("forget", "canary", "--yes");
  run("passphrase", "change", "--new-passphrase-file", given.passphrase);
  expect(found).toEqual([]);
  const outside = filesNaming(home.folder, canary).filter(
    (path) => !path.startsWith(input) && path !== log,
  );
  expect(outside).toEqual([]);
});

itWith(
  ["strace", "script"],
  "a name that is typed goes to the screen and the vault alone",
  async () => {
    const home = createHome();
    const log = home.file("strace.log", "");
    const campaign = home.file("campaign.json", JSON.stringify({ ...sampleCampaign, teams: [] }));
    expect(home.pledge(["init", "--from", campaign, "--kdf", "light"]).exitCode).toBe(0);
    const [program, ...options] = traced(log) as [string, ...string[]];
    const shown = await inTerminal(
      program,
      [...options, process.execPath, cliPath, "add"],
      [
        { waitFor: /Name \(Enter/u, type: `${second}${keys.enter}` },
        { waitFor: /What will they do/u, type: ` ${keys.enter}` },
        { waitFor: /Once how many/u, type: keys.enter },
        { waitFor: /How may the letter/u, type: keys.enter },
        { waitFor: /Name \(Enter/u, type: keys.enter },
      ],
      { cwd: home.folder, env: home.env, timeoutMs: 120_000 },
    );
    expect(shown.exitCode).toBe(0);
    expect(breaches(log, home)).toEqual([]);
    expect(filesNaming(home.folder, second).filter((path) => path !== log)).toEqual([]);
    expect(home.pledge(["list"]).stdout).toContain(second);
  },
);

itWith(["strace"], "a breach would be seen", () => {
  const home = createHome();
  const log = home.file("strace.log", "");
  const program = `require("fs").writeFileSync(process.env.HOME + "/leak", ${JSON.stringify(canary)});
    require("net").connect(9, "127.0.0.1").on("error", () => {})`;
  const file = home.file("leak.cjs", program);
  // In place of pledge: a program that does both things that pledge never may.
  home.pledge([], [...traced(log), process.execPath, file]);
  const seen = breaches(log, home);
  expect(seen.some((line) => line.includes("AF_INET"))).toBe(true);
  expect(seen.some((line) => line.includes(canary))).toBe(true);
});

it("the canaries are in no file of the package", () => {
  expect(filesNaming(join(import.meta.dirname, "../../templates"), canary)).toEqual([]);
});
