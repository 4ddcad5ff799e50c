// @ts-check
/** What `pledge letter write` is measured against: Node, and the libraries that its parts load in any program. */
import "handlebars";
import "marked";
