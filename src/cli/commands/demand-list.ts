/** `pledge demand list`: every demand that can be used, and how it stands. */
import type { Demand } from "../../domain/letters/letter.ts";
import { standingOf } from "../../usecases/letters/own-demands.ts";
import { usableDemands } from "../../usecases/letters/find-demand.ts";
import type { UsableDemand } from "../../usecases/letters/find-demand.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { demandListText } from "../render/demand.ts";
import type { ListedDemand } from "../render/demand.ts";
import { withVault } from "../unlock.ts";

/**
 * The campaign's come first, in its order. JSON: `{"v":1,"demands":[{"key","title","origin","inCampaign","state","since","words"}]}`;
 * `origin` is `package`, `own`, `changed` (yours in the place of the package's) or `elsewhere` (only its key is here, and no
 * `title`); `since` and `words` only where the state was noted.
 */
export const demandList = (context: Context): Promise<ExitCode> =>
  withVault(context, async (vault) => {
    const { world, talk } = context;
    const usable = usableDemands({ vault, templates: await world.templates() });
    const wanted = vault.campaign.get().demands;
    const byKey = new Map(usable.map((one) => [one.demand.key, one]));
    const keys: ReadonlySet<Demand["key"]> = new Set([...wanted, ...byKey.keys()]);
    const demands = [...keys].map((key): ListedDemand => {
      const found: UsableDemand | undefined = byKey.get(key);
      const standing = standingOf(vault, key);
      return {
        key,
        ...(found === undefined ? {} : { title: found.demand.title }),
        origin: found?.origin ?? "elsewhere",
        inCampaign: wanted.includes(key),
        ...(standing === undefined ? {} : { standing }),
      };
    });
    const screen = { columns: talk.columns, width: await world.textWidth() };
    talk.answer(
      {
        v: 1,
        demands: demands.map(({ standing, ...demand }) => ({
          ...demand,
          ...(standing ?? { state: "open" }),
        })),
      },
      () => demandListText(demands, screen),
    );
    return exitCodes.done;
  });
