/** A script's text, under the path that diagnostics show and that identifies it. */
export interface ModuleSource {
  readonly path: string
  readonly text: string
}

export type ReadResult =
  | { readonly kind: 'found'; readonly source: ModuleSource }
  /** `message` is a sentence for the author; `hint` what to write instead, where that is known. */
  | { readonly kind: 'missing' | 'unreadable' | 'outside'; readonly message: string; readonly hint?: string }

/**
 * Where scripts come from. The compiler reads files through it alone, so whoever embeds the compiler decides what a script
 * may reach.
 */
export interface ModuleReader {
  /**
   * Reads the entry file (`from` is `null`), or what the file `from` imports as `path`: `./file.mas` or `std/name`.
   * Two spellings of one file give sources with one path.
   */
  read(path: string, from: string | null): ReadResult
}
