const texts: ReadonlyMap<string, string> = new Map([
  ['Identifier', 'NAME'], ['ValueName', 'NAME'], ['Word', 'WORD'], ['Integer', 'INT'], ['Numeric', 'NUMBER'],
  ['TextChunk', 'CHARACTERS'],
  ['LineTextOpen', '\'"\''], ['LineTextClose', '\'"\''], ['BlockTextOpen', '\'"""\''], ['BlockTextClose', '\'"""\''],
  ['InsertOpen', '"{{"'], ['InsertClose', '"}}"'], ['IfTag', '"{{#if"'], ['EachTag', '"{{#each"'],
  ['ElseTag', '"{{else}}"'], ['EndIfTag', '"{{/if}}"'], ['EndEachTag', '"{{/each}}"'],
])

/** What a token is called in capitals, or how it is written, in quotes. */
export function tokenText(name: string): string {
  const text = texts.get(name)
  if (text === undefined) throw new Error(`the token ${name} has no name for people`)
  return text
}
