import { tokenLabel, type IParserErrorMessageProvider } from 'chevrotain'

/** The messages of Chevrotain's errors carry only what was expected; the problem is worded from it later. */
export const expectedMessages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => 'a declaration',
  buildNoViableAltMessage: ({ expectedPathsPerAlt, customUserDescription }) => customUserDescription
    ?? oneOf(expectedPathsPerAlt.flatMap((paths) => paths.flatMap(([first]) => first === undefined ? [] : [tokenLabel(first)]))),
  buildEarlyExitMessage: ({ expectedIterationPaths, customUserDescription }) => customUserDescription
    ?? oneOf(expectedIterationPaths.flatMap(([first]) => first === undefined ? [] : [tokenLabel(first)])),
}

function oneOf(labels: readonly string[]): string {
  const different = [...new Set(labels)]
  const last = different.pop() ?? ''
  return different.length === 0 ? last : `${different.join(', ')} or ${last}`
}
