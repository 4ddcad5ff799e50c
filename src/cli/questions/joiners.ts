/** What `invite` asks about those whom it lets in: a handle where the file says none, two words, teams. */
import type { Handle, Team, TeamKey } from "../../domain/campaign/campaign.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Certificate, Fingerprint } from "../../domain/sealing/certificate.ts";
import type { JoinCertificates } from "../../domain/sealing/ports.ts";
import { listed } from "../../domain/text/words.ts";
import { handleOf } from "../../usecases/committee/joiners.ts";
import type { Joiner } from "../../usecases/committee/joiners.ts";
import type { Context } from "../context.ts";
import type { Failure } from "../failure.ts";
import { numberedWords } from "../render/key-words.ts";
import { tell } from "../tell.ts";
import { askHandle } from "./handle.ts";
import { terminalFor } from "./terminal.ts";
import { askTurf } from "./turf.ts";
import { comparedAloud, inDigits, inWords } from "./words.ts";

/** What `--fingerprint` says. */
export type Known = ReadonlyMap<Handle, Fingerprint>;

const instead = "--fingerprint HANDLE=FINGERPRINT, once for each file";

const nameJoiner = async (
  context: Context,
  { member: certificate, attests: other }: JoinCertificates,
  known: Known,
): Promise<Result<Joiner, Failure>> => {
  const attests = other === undefined ? {} : { attests: other };
  const { fingerprint } = certificate;
  const own = handleOf(certificate);
  const given = [...known].find(([, one]) => one === fingerprint)?.[0];
  if (own !== undefined) {
    return given === undefined || given === own
      ? ok({ handle: own, certificate, ...attests, plain: false })
      : fail({ type: "fingerprint-other", handle: given });
  }
  await tell(context, [
    "This certificate comes from another program. If its user ids hold a name or an address, every member will be able to read them.",
  ]);
  if (given !== undefined) return ok({ handle: given, certificate, ...attests, plain: true });
  const ask = await terminalFor(context, instead);
  if (!ask.ok) return fail({ type: "handle-needed", fingerprint });
  const handle = await askHandle(ask.value, "Which handle shall its holder have? (not a name)");
  return ok({ handle, certificate, ...attests, plain: true });
};

/** The joiners in the order of their files. Refuses a fingerprint for somebody whose file is not there. */
export const nameJoiners = async (
  context: Context,
  certificates: readonly JoinCertificates[],
  known: Known,
): Promise<Result<readonly Joiner[], Failure>> => {
  const joiners: Joiner[] = [];
  for (const certificate of certificates) {
    const joiner = await nameJoiner(context, certificate, known);
    if (!joiner.ok) return joiner;
    joiners.push(joiner.value);
  }
  const handles = joiners.map(({ handle }) => handle);
  return [...known.keys()].every((handle) => handles.includes(handle))
    ? ok(joiners)
    : fail({ type: "handle-unknown", known: handles });
};

/** One call with each is enough when both sides read: she hears the founder's words now, and is asked for two later. */
const callLines = (own: readonly string[]): string =>
  [
    'Call each of them; never ask in a message. She reads two words to you from her own screen ("pledge key show").',
    "In the same call read her yours, to be written down: she will be asked for two.",
    numberedWords(own),
  ].join("\n");

/** Compares every certificate with its holder: by the fingerprint that was given, else by voice. `own` is the key of whoever invites. */
export const compareJoiners = async (
  context: Context,
  joiners: readonly Joiner[],
  known: Known,
  own: Pick<Certificate, "fingerprint">,
): Promise<Result<void, Failure>> => {
  const { world } = context;
  const openpgp = await world.openpgp();
  let told = false;
  for (const { handle, certificate, plain } of joiners) {
    const given = known.get(handle);
    if (given !== undefined) {
      if (given === certificate.fingerprint) continue;
      return fail({ type: "fingerprint-other", handle });
    }
    const ask = await terminalFor(context, instead);
    if (!ask.ok) return ask;
    if (!told) {
      ask.value.say(callLines(await openpgp.words(own)));
      told = true;
    }
    const aloud = plain
      ? inDigits(handle, certificate)
      : await inWords(openpgp, handle, certificate);
    if (!(await comparedAloud(ask.value, world.random, aloud)))
      return fail({ type: "fingerprint-other", handle });
  }
  return ok(undefined);
};

export type Turfs = ReadonlyMap<Handle, readonly TeamKey[]>;

/**
 * The teams that each answers for, `own` last: as `--turf` says, else as is asked, else none. Without a terminal
 * nobody is asked: turf can wait, and a note says so.
 */
export const gatherTurfs = async (
  context: Context,
  teams: readonly Team[],
  given: Turfs,
  who: { readonly joiners: readonly Handle[]; readonly own: Handle | undefined },
): Promise<Result<Turfs, Failure>> => {
  const handles = [...who.joiners, ...(who.own === undefined ? [] : [who.own])];
  if (![...given.keys()].every((handle) => handles.includes(handle)))
    return fail({ type: "handle-unknown", known: handles });
  const turfs = new Map(given);
  const open = handles.filter((handle) => !given.has(handle));
  if (teams.length === 0 || open.length === 0) return ok(turfs);
  const ask = await terminalFor(context, "--turf HANDLE=TEAMS");
  if (!ask.ok) {
    await tell(context, [
      `No team is noted for ${listed(open)}, since there was nobody to ask; --turf HANDLE=TEAMS says it.`,
    ]);
    return ok(turfs);
  }
  for (const handle of open)
    turfs.set(handle, await askTurf(ask.value, teams, handle === who.own ? undefined : handle));
  return ok(turfs);
};
