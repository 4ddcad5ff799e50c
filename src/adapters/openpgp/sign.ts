/** Signs with our secret keys: detached, dated by day; bytes as they are, or text whose line ends do not count. */
import type { Day } from "../../domain/day.ts";
import { later, startOf } from "./days.ts";
import { loadLibrary } from "./library.ts";

/** A clock that was set back makes the signature as old as the key: an older one would count for nothing. */
const signMessage = async (
  content: { readonly binary: Uint8Array } | { readonly text: string },
  secret: Uint8Array,
  day: Day,
): Promise<Uint8Array> => {
  const { pgp, config } = await loadLibrary();
  const signingKeys = await pgp.readPrivateKey({ binaryKey: secret, config });
  const message =
    "text" in content
      ? await pgp.createMessage({ text: content.text })
      : await pgp.createMessage({ binary: content.binary });
  const date = later(startOf(day), signingKeys.getCreationTime());
  const options = { message, signingKeys, detached: true, date, config };
  // The types of its results come from a package of streams that we do not install.
  return (await pgp.sign({ ...options, format: "binary" })) as Uint8Array;
};

export const sign = async (
  payload: Uint8Array,
  secret: Uint8Array,
  day: Day,
): Promise<Uint8Array> => signMessage({ binary: payload }, secret, day);

export const signText = async (text: string, secret: Uint8Array, day: Day): Promise<Uint8Array> =>
  signMessage({ text }, secret, day);
