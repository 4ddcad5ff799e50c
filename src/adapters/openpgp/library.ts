/**
 * openpgp.js, loaded when it is first needed (50 ms), and how it is set. The settings are handed to every call: its
 * global ones stay as they are, and count for nothing here.
 */
import type * as openpgp from "openpgp";
import type { Config } from "openpgp";

export interface Library {
  readonly pgp: typeof openpgp;
  /** For everything but the two below. */
  readonly config: Config;
  /** For certificates: a subkey of a kind that nobody knew in our day is passed over. */
  readonly forCertificates: Config;
  /** For revocations: one that was made with SHA-1 years ago still says that the key is lost. */
  readonly forRevocations: Config;
}

const load = async (): Promise<Library> => {
  const pgp = await import("openpgp");
  const { md5, ripemd, sha1 } = pgp.enums.hash;
  const config: Config = {
    ...pgp.config,
    aeadProtect: false,
    ignoreUnsupportedPackets: false,
    preferredCompressionAlgorithm: pgp.enums.compression.uncompressed,
    rejectHashAlgorithms: new Set([md5, ripemd, sha1]),
    rejectMessageHashAlgorithms: new Set([md5, ripemd, sha1]),
    showComment: false,
    showVersion: false,
    v6Keys: false,
  };
  return {
    pgp,
    config,
    forCertificates: { ...config, ignoreUnsupportedPackets: true },
    forRevocations: { ...config, rejectHashAlgorithms: new Set([md5, ripemd]) },
  };
};

let loaded: Promise<Library> | undefined;

export const loadLibrary = (): Promise<Library> => (loaded ??= load());

/** What the library makes of something from outside, or nothing: its errors have no types to tell them apart by. */
export const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};
