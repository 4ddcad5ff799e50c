/** A letter that went out, and what came back. */
import type { DemandKey } from "../campaign/campaign.ts";
import type { Day } from "../day.ts";
import type { DemandState } from "./demand-state.ts";
import type { LetterName, TextHash } from "./letter.ts";

export interface Delivery {
  /** 1, 2, 3 ... in the order of recording. */
  readonly number: number;
  readonly letter: LetterName;
  /** The fixed text that was handed over. */
  readonly text: TextHash;
  /** To whom, in words. */
  readonly addressee: string;
  /** How: by hand, by post, by e-mail. */
  readonly way: string;
  readonly on: Day;
  /** By when an answer is due. */
  readonly answerBy?: Day;
}

/** What the company said to one demand. */
export interface DemandAnswer {
  readonly demand: DemandKey;
  /** `open`: not a word about it. */
  readonly state: DemandState;
  readonly words?: string;
}

export interface Response {
  /** The delivery that it answers. */
  readonly delivery: number;
  readonly on: Day;
  /** Each demand of the letter once, in the order of the letter. */
  readonly answers: readonly DemandAnswer[];
}

export interface DeliveryStore {
  /** Oldest first. */
  readonly all: () => readonly Delivery[];
  /** Gives the number under which it was kept. */
  readonly add: (delivery: Omit<Delivery, "number">) => number;
  /** Puts what is said of a delivery in the place of what was; its number stays. */
  readonly correct: (delivery: Delivery) => void;
  /** Of every delivery, oldest first. */
  readonly responses: () => readonly Response[];
  readonly respond: (response: Response) => void;
}
