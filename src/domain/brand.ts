/** A string that was checked once and is then known by its type, never by a second check. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
