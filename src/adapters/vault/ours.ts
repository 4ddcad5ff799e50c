/** Of people: whoever was handed over to another organizer counts with that one, and with us no more. */
export const ours = "NOT EXISTS (SELECT 1 FROM handed_over WHERE handed_over.person = people.id)";
