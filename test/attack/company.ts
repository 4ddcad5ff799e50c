/** A company of ten thousand on two days, and who of it pledged what to whom. Made up by counting; sample data. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { packageRoot } from "../support/sample.ts";

/** A line of the staff list. */
export interface Employee {
  readonly name: string;
  readonly team: string;
  readonly role: string;
  readonly hired: string;
  readonly left?: string;
}

export const firstDay = "2026-11-22";
export const secondDay = "2026-12-13";

/** The campaign's teams, with as many people as each has on the first day. */
export const sizes: Readonly<Record<string, number>> = {
  cloud: 300,
  ads: 250,
  maps: 200,
  search: 150,
  video: 120,
  mail: 100,
  data: 80,
  infra: 60,
  design: 40,
  support: 30,
  legal: 24,
  tools: 20,
  night: 8,
};

/** Hired and gone between the two days, by team. */
const hires: Readonly<Record<string, number>> = {
  cloud: 6,
  ads: 3,
  maps: 1,
  video: 1,
  search: 2,
  support: 1,
  other1: 20,
};
const leavers: Readonly<Record<string, number>> = {
  cloud: 3,
  ads: 2,
  mail: 1,
  search: 2,
  design: 1,
  other2: 15,
};

const { given, family } = JSON.parse(
  readFileSync(join(packageRoot, "templates/demo/staff.json"), "utf8"),
) as { readonly given: readonly string[]; readonly family: readonly string[] };

/** A name that nobody else has; the order mixes given and family names. Where they are used up, a middle name tells apart. */
const nameOf = (n: number): string => {
  const first = n % given.length;
  const rest = Math.floor(n / given.length);
  const middle = rest < family.length ? "" : `${given[(first + 1) % given.length]} `;
  return `${given[first]} ${middle}${family[(rest + first) % family.length]}`;
};

const staffSize = 10_000;
const roles = ["Engineer", "Designer", "Analyst", "Manager", "Writer"];

const teamList = (): readonly string[] => {
  const named = Object.entries(sizes).flatMap(([team, size]) =>
    Array.from({ length: size }, () => team),
  );
  const others = Array.from({ length: staffSize - named.length }, (_, n) => `other${n % 60}`);
  return [...named, ...others];
};

const workers = (): readonly Employee[] => {
  const seen: Record<string, number> = {};
  return teamList().map((team, n) => {
    const place = (seen[team] = (seen[team] ?? 0) + 1);
    const role = roles[n % roles.length] ?? "";
    const gone = place <= (leavers[team] ?? 0) ? { left: "2026-12-01" } : {};
    return { name: nameOf(n), team, role, hired: "2024-01-01", ...gone };
  });
};

const newcomers = (): readonly Employee[] =>
  Object.entries(hires)
    .flatMap(([team, count]) => Array.from({ length: count }, () => team))
    .map((team, n) => ({
      name: nameOf(staffSize + n),
      team,
      role: roles[n % roles.length] ?? "",
      hired: "2026-12-01",
    }));

/** Everybody who was there on one of the two days. Of a team those who leave come first, those who are new last. */
export const everybody: readonly Employee[] = [...workers(), ...newcomers()];

/** The staff list of a day, as the employer has it. */
export const staffOn = (day: string): readonly Employee[] =>
  everybody.filter(({ hired, left }) => hired <= day && (left === undefined || left > day));

/** People of a team from the `first` one on. */
export const some = (team: string, first: number, count: number): readonly Employee[] =>
  everybody.filter((one) => one.team === team).slice(first, first + count);

/** Those of the team who were hired between the days. */
export const newIn = (team: string): readonly Employee[] =>
  everybody.filter((one) => one.team === team && one.hired > firstDay);

/** "If so many of us do": most say a round number or none, and a few an odd one. */
const usual = [0, 100, 0, 50, 0, 200, 100, 0, 150, 0, 25];
const odd = [137, 42, 260, 137, 88];

/** The number that somebody named, 0 for none, and for which action; the same in every run. */
export const saidBy = (name: string): { readonly walkout?: number; readonly strike?: number } => {
  const n = everybody.findIndex((one) => one.name === name);
  if (n % 2 === 1) return {};
  const walkout = n % 14 === 2 ? odd[(n / 2) % odd.length] : usual[(n / 2) % usual.length];
  return {
    ...(walkout === undefined ? {} : { walkout }),
    ...(n % 6 === 0 ? { strike: usual[(n / 6) % usual.length] ?? 0 } : {}),
  };
};

const pledged = (action: string, atLeast: number | undefined): readonly (string | object)[] => {
  if (atLeast === undefined) return [];
  return [atLeast === 0 ? action : { action, atLeast }];
};

/** What `add --from` takes of somebody. */
export const inputOf = ({ name, team, role }: Employee, code?: string): object => {
  const { walkout, strike } = saidBy(name);
  return {
    name,
    team,
    role,
    actions: ["sign", ...pledged("walkout", walkout), ...pledged("strike", strike)],
    ...(code === undefined ? {} : { code }),
  };
};
