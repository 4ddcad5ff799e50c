/** Another payload under the signature of a tally. */
import { describePayloads } from "./payload-trial.ts";

describePayloads("tally");
