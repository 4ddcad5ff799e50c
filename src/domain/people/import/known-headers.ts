/** What header cells mean, in the spelling of `plainHeader`: per program, and for anybody's table. */
import type { Column, TableKind } from "./mapping.ts";

type Meaning = Omit<Column, "header">;
type Meanings = Readonly<Record<string, Meaning>>;

const to = (fills: Column["fills"], more: Omit<Meaning, "fills"> = {}): Meaning => ({
  fills,
  ...more,
});

const email = to("contact", { kind: "email" });
const phone = to("contact", { kind: "phone" });
const workEmail = to("contact", { kind: "email", atWork: true });
const workPhone = to("contact", { kind: "phone", atWork: true });
const label = to("contact-label");
const over = to("passed-over");

/** Under one meaning, the names that have it. */
const named = (entries: readonly (readonly [names: string, meaning: Meaning])[]): Meanings =>
  Object.fromEntries(
    entries.flatMap(([names, meaning]) =>
      names.split(" ").map((name): [string, Meaning] => [name, meaning]),
    ),
  );

/** Names that say the same in any table; what a program means by them otherwise goes before. */
export const anybodys: Meanings = named([
  ["name fullname displayname employeename workername preferredname", to("name")],
  ["firstname first givenname forename fname", to("first-name")],
  ["middlename middle additionalname", to("middle-name")],
  ["lastname last surname familyname lname", to("last-name")],
  ["alias codename", to("alias")],
  ["team department dept workdepartment organizationdepartment", to("team")],
  ["role title jobtitle position worktitle classification organizationtitle", to("role")],
  ["organization1title", to("role")],
  ["site location worklocation office loc building", to("site")],
  ["shift", to("shift")],
  ["employment", to("employment")],
  ["language preferredlanguage lang", to("language")],
  ["pronouns genderpronouns", to("pronouns")],
  ["email emailaddress personalemail homeemail mail", email],
  ["phone phonenumber mobile mobilephone mobilenumber cell cellphone cphone hphone", phone],
  ["homephone altphone personalphone telephone tel", phone],
  ["workemail", workEmail],
  ["workphone wphone officephone", workPhone],
  ["signal", to("contact", { kind: "signal" })],
  ["donotcontact", to("doNotContact")],
  ["leader leaderrole", to("leader")],
  ["assessment rating rate", to("assessment")],
  ["issues", to("issues", { separator: "," })],
  ["note notes comments", to("note")],
  ["sharednote sharednotes", to("sharedNote")],
  ["source", to("source")],
  ["supporter", to("supporter")],
  ["issupervisor", to("supervisor")],
  ["code pledgecode", to("code")],
  ["externalid externalidentifier", to("external-id", { system: "other" })],
]);

const google = named([
  // What is written on a card is no key of a team of ours, and "Notes" is what somebody typed.
  ["nickname organizationdepartment organization1department", over],
]);

/** What the programs mean by names of their own. Tags and labels are passed over: they sort a list, and move nobody. */
export const programs: Readonly<Record<TableKind, Meanings>> = {
  pledge: {},
  "action-network": named([
    ["can2usertags", over],
    ["can2phone", phone],
    ["uuid personid", to("external-id", { system: "action_network" })],
  ]),
  "google-current": google,
  "google-older": google,
  zetkin: named([["extid", to("external-id", { system: "zetkin" })]]),
  linkedin: named([["url", to("external-id", { system: "linkedin" })]]),
  // Whatever stands in the employer's list is the employer's to read, and its numbers would only tie
  // our record to it. A "Supervisor" there is the person's boss.
  employer: named([
    ["email emailaddress mail workemail", workEmail],
    ["phone phonenumber telephone tel workphone", workPhone],
    ["supervisor manager managername", over],
  ]),
  unknown: {},
};

/** Google's numbered groups: "E-mail 1 - Value", "Phone 2 - Type". */
export const numberedMeaning = (plain: string): Meaning | undefined => {
  const parts = /^(email|phone)\d+(label|type|value)$/u.exec(plain);
  if (parts === null) return undefined;
  if (parts[2] !== "value") return label;
  return parts[1] === "email" ? email : phone;
};

/** Names that only an employer's personnel system uses. */
export const personnelNames: ReadonlySet<string> = new Set(
  (
    "employeenumber employeeid employeestatus employeetype employmentstatus workertype workerid personnelnumber " +
    "payrollid badgenumber hiredate recenthiredate startdate senioritydate terminationdate manager managername manageremail " +
    "reportsto costcenter costcentre jobcode jobgrade paygrade salary hourlyrate department businessunit"
  ).split(" "),
);
