/** What somebody who has read all tallies can do by writing about the people in them; leaving her out undoes it (left-out.test.ts). */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Signer } from "../../../src/domain/tallies/claims.ts";
import { contradictions } from "../../../src/domain/tallies/contradictions.ts";
import type { Token } from "../../../src/domain/tallies/tally.ts";
import { unite } from "../../../src/domain/tallies/unite.ts";
import { counted } from "./hidden-files.ts";
import { actions } from "./hidden-people.ts";
import type { World } from "./hidden-people.ts";
import { truthsOf } from "./honest-world.ts";
import { both, copying, honest, huge, said, simulations } from "./rogues.ts";
import { linesFrom } from "../../../src/domain/tallies/lines.ts";
import { listed } from "./listed-lines.ts";

const livingFor = (signers: readonly Signer[], action: string): ReadonlySet<Token> =>
  new Set(
    signers.flatMap(({ copies }) =>
      copies.flatMap(({ lines }) =>
        listed(lines)
          .filter((line) =>
            line.actions.some((one) => one.action === action && one.state !== "withdrawn"),
          )
          .map(({ token }) => token),
      ),
    ),
  );

describe("a rogue who copies tokens of others", () => {
  it("adds nobody but those whom she says to stand again, and never more than there are tokens", () => {
    fc.assert(
      fc.property(copying(said("pledged", { kind: "none" })), ({ world, tokens, rogue }) => {
        const { before, after } = both(world, rogue);
        for (const [at, action] of actions.entries()) {
          const known = livingFor(honest(world), action);
          const again = tokens.filter((token) => !known.has(token)).length;
          const { low, high } = after.action(action).pledged;
          const was = before.action(action).pledged;
          expect(high).toBeGreaterThanOrEqual(Math.max(was.high, truthsOf(world).pledged[at] ?? 0));
          expect(high).toBeLessThanOrEqual(Math.min(world.unit, known.size + again));
          expect(low).toBeLessThanOrEqual(high);
        }
      }),
      simulations(200),
    );
  });
});

/** Whom each honest signer alone shows, of those of whom the rogue says nothing. */
const leftAlone = (
  signers: readonly Signer[],
  tokens: readonly Token[],
  world: World,
  at: number,
): number =>
  Math.max(
    0,
    ...signers.map((signer) => {
      const untouched = {
        ...signer,
        copies: signer.copies.map((copy) => ({
          ...copy,
          lines: linesFrom(listed(copy.lines).filter(({ token }) => !tokens.includes(token))),
        })),
      };
      const others = signers.filter((one) => one !== signer);
      // What the others say of the same people stays said.
      const silent = others.map((one) => ({
        ...one,
        copies: one.copies.map((copy) => ({
          ...copy,
          lines: linesFrom(
            listed(copy.lines)
              .filter(({ token }) => !tokens.includes(token))
              .map((line) => ({
                ...line,
                actions: line.actions.filter((one) => one.state === "withdrawn"),
              })),
          ),
        })),
      }));
      const action = actions[at];
      return action === undefined
        ? 0
        : counted(world, [...silent, untouched]).action(action).pledged.low;
    }),
  );

describe("a rogue who calls others' people supporters", () => {
  it("takes no more out of what may be true than those of whom she speaks", () => {
    fc.assert(
      fc.property(copying(said("pledged", { kind: "none" })), ({ world, tokens, rogue }) => {
        const outside = {
          ...rogue,
          copies: rogue.copies.map((copy) => ({
            ...copy,
            lines: linesFrom(listed(copy.lines).map((line) => ({ ...line, supporter: true }))),
          })),
        };
        const { before, after } = both(world, outside);
        for (const action of actions)
          expect(after.action(action).pledged.high).toBeGreaterThanOrEqual(
            before.action(action).pledged.high - tokens.length,
          );
      }),
      simulations(100),
    );
  });
});

describe.each([
  ["takes back what others' people pledged", said("withdrawn", { kind: "none" })],
  ["hangs huge conditions on what others' people pledged", said("pledged", huge)],
  ["says that nobody can tell on what it waits", said("pledged", { kind: "waits" })],
] as const)("a rogue who %s", (_, does) => {
  it("lowers only what she speaks of, and nothing of what may be true", () => {
    fc.assert(
      fc.property(copying(does), ({ world, tokens, rogue }) => {
        const { before, after } = both(world, rogue);
        for (const [at, action] of actions.entries()) {
          const { pledged, active } = after.action(action);
          expect(pledged.high).toBeGreaterThanOrEqual(before.action(action).pledged.high);
          expect(active.high).toBeGreaterThanOrEqual(before.action(action).active.high);
          expect(pledged.low).toBeGreaterThanOrEqual(leftAlone(honest(world), tokens, world, at));
        }
      }),
      simulations(60),
    );
  });

  it("is named with everybody of whom she contradicts three people or more", () => {
    fc.assert(
      fc.property(copying(does), ({ world, rogue }) => {
        const signers = honest(world);
        const found = contradictions(unite([...signers, rogue]));
        for (const { fingerprint, copies } of signers) {
          const [only, ...others] = copies;
          if (only === undefined || others.length > 0) continue;
          const spoken = rogue.copies.slice(0, 1).flatMap(({ lines }) => listed(lines));
          const against = listed(only.lines).filter((line) =>
            spoken.some(
              ({ token }) =>
                token === line.token &&
                line.actions.some(
                  ({ state, condition }) => state !== "withdrawn" && condition.kind === "none",
                ),
            ),
          );
          const named = found.some((one) =>
            [one.from, one.against].every((who) => who === "rogue" || who === fingerprint),
          );
          if (against.length >= 3) expect(named).toBe(true);
        }
      }),
      simulations(100),
    );
  });
});
