/** A list with more elements than this is none while running: what would be longer fails. */
export const mostElements = 2 ** 20
