/** Changed join files, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("join");
