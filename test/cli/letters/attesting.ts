/** Two organizers, a letter that shows the people of both, and a signature beside it. All people are made up. */
import { join } from "node:path";

import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { listFor, named, several, signingCommittee } from "./signing-world.ts";

export interface Attesting {
  readonly worldOf: (handle: string) => TestWorld;
  /** Rowan's world, with the letter as she writes it once she has heron's list. */
  readonly together: (format?: string) => Promise<TestWorld>;
}

export const at = (world: TestWorld, name: string): string => join(world.folder, name);

/** The path of the signature. */
export const attested = async (world: TestWorld, file = "letter.md"): Promise<string> => {
  const shown = await done(world, "letter", "attest", "first", at(world, file), "--json");
  return (JSON.parse(shown) as { readonly file: string }).file;
};

/** To be called at the top of a file. */
export const attesting = (): Attesting => {
  const worldOf = signingCommittee(
    {
      rowan: [
        named("Örnek Kişi", { team: "cloud", role: "SRE" }),
        named("محمد العربي", { supporter: true }),
        ...several(6, "sre", { display: "role", team: "cloud", role: "SRE" }),
      ],
      heron: [named("Zoë Voorbeeld", { team: "ads" }), ...several(9, "quiet", { team: "ads" })],
    },
    { rowan: ["cloud"], heron: ["ads"] },
  );
  const together = async (format = "md"): Promise<TestWorld> => {
    const [rowan, heron] = [worldOf("rowan"), worldOf("heron")];
    await done(rowan, "merge", await listFor(heron, rowan, "rowan", "heron.signers"));
    const file = at(rowan, `letter.${format}`);
    await done(
      rowan,
      "letter",
      "write",
      "first",
      "--format",
      format,
      "-o",
      file,
      "--force",
      "--quiet",
    );
    return rowan;
  };
  return { worldOf, together };
};
