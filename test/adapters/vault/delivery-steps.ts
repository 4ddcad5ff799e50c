/** Letters that go out, are noted again and are answered, by chance. */
import * as fc from "fast-check";

import type { Delivery } from "../../../src/domain/letters/delivery.ts";
import { demandStates } from "../../../src/domain/letters/demand-state.ts";
import type { LetterName, TextHash } from "../../../src/domain/letters/letter.ts";
import { day, perhaps, pool, text } from "./letter-work-pool.ts";
import type { Step } from "./letter-work-pool.ts";

export const delivered = fc
  .tuple(fc.nat(1), text, text, day, perhaps("answerBy", day))
  .map(([index, addressee, way, on, answerBy]): Step => {
    const delivery = {
      letter: pool.letters[index] as LetterName,
      text: pool.texts[index] as TextHash,
      addressee,
      way,
      on,
      ...answerBy,
    };
    return {
      say: `deliver ${delivery.letter}`,
      vault: ({ deliveries }) => {
        const before = deliveries.all().length;
        const number = deliveries.add(delivery);
        if (number !== before + 1) throw new Error(`number ${number} after ${before}`);
      },
      model: (model) => {
        const number = model.deliveries.length + 1;
        model.deliveries = [...model.deliveries, { number, ...delivery }];
      },
    };
  });

export const corrected = fc
  .tuple(fc.integer({ min: 1, max: 4 }), text, text, day, perhaps("answerBy", day))
  .map(([number, addressee, way, on, answerBy]): Step => {
    const right = (delivery: Delivery): Delivery => {
      const { answerBy: _, ...before } = delivery;
      return { ...before, addressee, way, on, ...answerBy };
    };
    return {
      say: `correct ${number}`,
      vault: ({ deliveries }) => {
        const wrong = deliveries.all().find((one) => one.number === number);
        if (wrong !== undefined) deliveries.correct(right(wrong));
      },
      model: (model) => {
        model.deliveries = model.deliveries.map((one) =>
          one.number === number ? right(one) : one,
        );
      },
    };
  });

export const answered = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    day,
    fc.array(
      fc
        .tuple(
          fc.constantFrom(...pool.demands),
          fc.constantFrom(...demandStates),
          perhaps("words", text),
        )
        .map(([demand, state, words]) => ({ demand, state, ...words })),
      { maxLength: 3 },
    ),
  )
  .map(([delivery, on, answers]): Step => ({
    say: `answer ${delivery}`,
    vault: ({ deliveries }) => {
      if (delivery <= deliveries.all().length) deliveries.respond({ delivery, on, answers });
    },
    model: (model) => {
      if (delivery <= model.deliveries.length)
        model.responses = [...model.responses, { delivery, on, answers }];
    },
  }));
