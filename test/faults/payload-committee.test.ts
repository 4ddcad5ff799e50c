/** Another payload under the signature of a committee file. */
import { describePayloads } from "./payload-trial.ts";

describePayloads("committee");
