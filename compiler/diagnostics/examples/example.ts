/** A page's worth of a code: a script that is wrong, with `«…»` around the place reported, and the script put right. */
export interface Example {
  readonly wrong: string
  readonly right: string
  /** Other files that both scripts import, by path. */
  readonly files?: Readonly<Record<string, string>>
}

/** One example for each message of a group; `null` where no script alone can show it. */
export type ExamplesOf<Group> = { readonly [Name in keyof Group]: Example | null }
