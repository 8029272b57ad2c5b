import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface FromReader extends WithHint {
  readonly message: string
}

const asRead = ({ message }: FromReader): string => message

/** MAS21xx: files and imports. */
export const importsMessages = {
  fileMissing: errorMessage<FromReader>('MAS2101', asRead, givenHint),
  fileUnreadable: errorMessage<FromReader>('MAS2102', asRead, givenHint),
  fileOutside: errorMessage<FromReader>('MAS2103', asRead, givenHint),
  notExported: errorMessage<WithHint & { readonly name: string; readonly file: string }>(
    'MAS2104',
    ({ name, file }) => `\`${name}\` is declared in \`${file}\`, but not exported.`,
    givenHint,
  ),
  notInFile: errorMessage<WithHint & { readonly name: string; readonly file: string }>(
    'MAS2105',
    ({ name, file }) => `\`${file}\` declares no \`${name}\`.`,
    givenHint,
  ),
  importCycle: errorMessage<{ readonly chain: readonly string[] }>(
    'MAS2106',
    ({ chain }) => `These files import each other: ${chain.map((path) => `\`${path}\``).join(' → ')}.`,
    () => 'Move what they share into a file that imports neither.',
  ),
} as const
