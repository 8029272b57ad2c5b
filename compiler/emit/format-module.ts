import * as estree from 'prettier/plugins/estree'
import * as typescript from 'prettier/plugins/typescript'
import { format } from 'prettier/standalone'

/** A module in one layout, whatever it was put together from. */
export const formatModule = (text: string): Promise<string> =>
  format(text, {
    parser: 'typescript',
    plugins: [typescript, estree],
    printWidth: 120,
    semi: false,
    singleQuote: true,
  })
