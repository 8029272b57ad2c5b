import type * as Sqlite from 'node:sqlite'

/** `node:sqlite`, loaded when it is needed: on Node 24 loading it prints a warning that it is experimental. */
export function sqlite(): typeof Sqlite {
  return process.getBuiltinModule('node:sqlite')
}
