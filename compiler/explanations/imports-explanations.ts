import type { importsMessages } from '../diagnostics/imports-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const importsExplanations: ExplanationsOf<typeof importsMessages> = {
  fileMissing: {
    title: 'a file that does not exist',
    why: 'The import names a file that is not there.',
    remedy: 'Correct the path: it starts from the folder of the importing file.',
  },
  fileUnreadable: {
    title: 'a file that cannot be read',
    why:
      'The import names something that exists and cannot be read as a script: a folder, a file without permission, a ' +
      'file that is too long or not UTF-8.',
    remedy: 'Give access to the file, or save it as UTF-8.',
  },
  fileOutside: {
    title: 'a file that may not be imported',
    why: 'A script reaches only files beside or below the compiled file, so that running it reads nothing else.',
    remedy: 'Move the file beside the compiled one or below, and import it with `./`.',
  },
  notExported: {
    title: 'a name that the file does not export',
    why: 'A file shows to others only what it exports.',
    remedy: 'Write `export` before the declaration, or import something that is exported.',
  },
  notInFile: {
    title: 'a name that the file does not declare',
    why: 'The file has no declaration of that name.',
    remedy: 'Write the name as the file declares it.',
  },
  importCycle: {
    title: 'files that import each other',
    why: 'Files that import each other cannot be read one before the other.',
    remedy: 'Move what they share into a file that imports neither.',
  },
}
