import type { TeamKey } from "../../domain/campaign/campaign.ts";
import type { Day } from "../../domain/day.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import type { AgreementStore } from "../../domain/tallies/agreement.ts";
import type { Token } from "../../domain/tallies/tally.ts";
import type { Sql } from "./sql.ts";

interface Row {
  readonly team: TeamKey;
  readonly one: Fingerprint;
  readonly other: Fingerprint;
  readonly day: Day;
  readonly ones: string;
  readonly others: string;
}

const tokensIn = (text: string): readonly Token[] => JSON.parse(text) as readonly Token[];

export const createAgreementStore = (sql: Sql): AgreementStore => {
  const remove: AgreementStore["remove"] = ({ team, signers }) =>
    sql.run("DELETE FROM agreements WHERE team = ? AND one = ? AND other = ?", team, ...signers) >
    0;
  return {
    all: () =>
      sql
        .all<Row>(
          "SELECT team, one, other, day, ones, others FROM agreements ORDER BY team, one, other",
        )
        .map(({ team, one, other, day: on, ones, others }) => ({
          team,
          signers: [one, other],
          on,
          tokens: [tokensIn(ones), tokensIn(others)],
        })),
    keep: (agreement) => {
      remove(agreement);
      const { team, signers, on, tokens } = agreement;
      sql.run(
        "INSERT INTO agreements (team, one, other, day, ones, others) VALUES (?, ?, ?, ?, ?, ?)",
        team,
        ...signers,
        on,
        JSON.stringify(tokens[0]),
        JSON.stringify(tokens[1]),
      );
    },
    remove,
  };
};
