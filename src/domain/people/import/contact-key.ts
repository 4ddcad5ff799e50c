/** What of a contact tells that it is the same: digits are a number however it is written, anything else is compared without case. */
import type { Contact } from "../person.ts";

export const contactKey = ({ value }: Pick<Contact, "value">): string => {
  const digits = value.replaceAll(/[\s()./-]/gu, "");
  return /^\+?\d{5,}$/u.test(digits) ? digits : value.trim().toLowerCase();
};
