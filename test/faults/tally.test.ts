/** Changed tallies, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("tally");
