/** The text's characters as Unicode code points, so that no emoji is ever cut in two. */
export const charactersOf = (text: string): readonly string[] => Array.from(text)
