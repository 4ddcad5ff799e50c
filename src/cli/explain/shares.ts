/** What can go wrong with shares of a recovery key, in words. */
import type { ShareFailure, ShareFault } from "../../domain/recovery/failures.ts";
import { counted } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { locked, refused, usage } = exitCodes;

const told = (fault: ShareFault): string => {
  switch (fault.type) {
    case "share-malformed":
      return `${fault.path} is no share that a member gave back, or it is damaged`;
    case "share-foreign":
      return `${fault.path} is a share of another vault, or of shares that are void`;
    case "share-bad":
      return `${fault.path} is not share ${fault.number} as it was made: somebody changed it, or made it up`;
    default:
      return fault satisfies never;
  }
};

export const explainShares: Explainers<ShareFailure> = {
  "shares-impossible": ({ least, most }) => ({
    message: `at least ${least} shares have to be needed, at most as many as there are, and there are at most ${most}`,
    hint: "for example, any 3 of 5 members: pledge recovery share --need 3 --of 5",
    exitCode: usage,
  }),
  "shares-for-others": ({ of, named }) => ({
    message: `${counted(of, "share", "shares")} for ${counted(named, "member", "members")}: each member gets one`,
    hint: 'name those who shall have one by their handles, or change --of; "pledge committee show" has the handles',
    exitCode: usage,
  }),
  "share-for-self": () => ({
    message: "a share of your own would be lost together with the vault",
    hint: "name other members only",
    exitCode: usage,
  }),
  "shares-refused": ({ faults }) => ({
    message:
      faults.length === 0
        ? "there is no share among these files"
        : faults.map((fault) => told(fault)).join("; "),
    hint: "get those again from the members, or take other members' shares; nothing was changed",
    exitCode: refused,
  }),
  "shares-too-few": ({ have, need }) => ({
    message: `${counted(have, "share is", "shares are")} not enough: any ${need} different ones open the vault`,
    hint: `ask ${counted(need - have, "more member", "more members")} for "pledge recovery give FILE -o OUT"`,
    exitCode: locked,
  }),
};
