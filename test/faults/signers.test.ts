/** Changed lists of signers, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("signers");
