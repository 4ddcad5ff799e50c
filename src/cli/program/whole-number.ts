import { InvalidArgumentError } from "commander";

/** The value of an option that counts something: 1 to 9,999. */
export const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/u.test(text)) throw new InvalidArgumentError("It should be a whole number");
  return Number(text);
};
