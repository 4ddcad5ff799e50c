// @ts-check
/** What `pledge --help` is measured against: Node, the same parser of arguments, nothing else. */
import "commander";
