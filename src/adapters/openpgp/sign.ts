/** Signs with our secret key: detached, binary, dated by day. */
import type { Day } from "../../domain/day.ts";
import { later, startOf } from "./days.ts";
import { loadLibrary } from "./library.ts";

/** A clock that was set back makes the signature as old as the key: an older one would count for nothing. */
export const sign = async (
  payload: Uint8Array,
  secret: Uint8Array,
  day: Day,
): Promise<Uint8Array> => {
  const { pgp, config } = await loadLibrary();
  const signingKeys = await pgp.readPrivateKey({ binaryKey: secret, config });
  const message = await pgp.createMessage({ binary: payload });
  const date = later(startOf(day), signingKeys.getCreationTime());
  const options = { message, signingKeys, detached: true, date, config };
  // The types of its results come from a package of streams that we do not install.
  return (await pgp.sign({ ...options, format: "binary" })) as Uint8Array;
};
