/** A page's worth of a code: a script or graph file that is wrong, with `«…»` around the place reported, and the same put right. */
export interface Example {
  readonly wrong: string
  readonly right: string
  /** What both are called: `main.mas` where it is left out. */
  readonly name?: 'main.json'
  /** Other files that both scripts import, by path. */
  readonly files?: Readonly<Record<string, string>>
}

/** One example for each message of a group; `null` where no text alone can show it. */
export type ExamplesOf<Group> = { readonly [Name in keyof Group]: Example | null }
