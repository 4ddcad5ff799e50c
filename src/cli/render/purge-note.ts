import type { Day } from "../../domain/day.ts";
import { isOverdue } from "../../domain/retention/retention.ts";
import type { Retention } from "../../domain/retention/retention.ts";

/** Offers the purge whose day has come; nothing before it, or while nothing may be deleted. */
export const purgeNote = (retention: Retention, today: Day): readonly string[] =>
  isOverdue(retention, today)
    ? [
        `What is here was to be kept until ${retention.purgeAfter ?? ""}. To destroy it: "pledge purge"; the names alone: "pledge purge --names"; to keep it longer: "pledge purge --after DAY".`,
      ]
    : [];
