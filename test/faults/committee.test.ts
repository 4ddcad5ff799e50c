/** Changed committee files, in binary and armored. */
import { describeFaults } from "./trial.ts";

describeFaults("committee");
