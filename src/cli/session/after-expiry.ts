/** Nobody was there for too long: the vault is closed and the screen empty before anything else happens. */
import { Interrupted } from "../../domain/asking/ask.ts";
import type { Ask } from "../../domain/asking/ask.ts";
import type { Session } from "./session.ts";

/** Locks, and waits for whoever comes back; `false` where they leave instead. `patient` asks for as long as it takes. */
export const afterExpiry = async (patient: Ask, session: Session): Promise<boolean> => {
  session.lock();
  patient.clear();
  patient.say(
    "Locked, since no key was pressed for ten minutes. What was not finished is not kept.",
  );
  for (;;) {
    try {
      await patient.line({ message: "Enter goes on, Ctrl-D leaves" });
    } catch (error) {
      if (error instanceof Interrupted) return false;
      throw error;
    }
    try {
      const unlocked = await session.unlock();
      return unlocked.ok;
    } catch (error) {
      // At the passphrase nobody was there either, or somebody thought better of it.
      if (!(error instanceof Interrupted)) throw error;
    }
  }
};
