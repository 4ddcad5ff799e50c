/** In which order a list of people can stand. Apart from what sorts them, so that the help costs nothing more. */
export const peopleOrders = ["name", "team", "stand", "added"] as const;

export type PeopleOrder = (typeof peopleOrders)[number];
