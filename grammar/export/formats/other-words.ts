/** One place of the tree of some words: what may follow the letters that lead to it. */
export interface WordPlace {
  /** Whether the letters so far are a word that is none of them. */
  readonly ends: boolean
  /** Letters that lead on in the tree, and the number of the place that each leads to. */
  readonly children: readonly { readonly letter: string; readonly place: number }[]
  /** Letters that no word of the tree goes on with: behind them, any letters may come. */
  readonly others: readonly string[]
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz']
const digits = [...'0123456789']

/** The tree of all words that are none of the given ones, for machines that have no `not`. The first place is its root. */
export function otherWords(words: readonly string[]): readonly WordPlace[] {
  const places: WordPlace[] = []
  const visit = (path: string, below: readonly string[]): number => {
    const number = places.length
    places.push({ ends: false, children: [], others: [] })
    const nextLetters = [...new Set(below.flatMap((word) => [...word.charAt(path.length)]))].toSorted()
    const children = nextLetters.map((letter) => ({
      letter, place: visit(path + letter, below.filter((word) => word.startsWith(path + letter))),
    }))
    const all = path === '' ? letters : [...digits, ...letters]
    places[number] = {
      ends: path !== '' && !below.includes(path),
      children,
      others: all.filter((letter) => !nextLetters.includes(letter)),
    }
    return number
  }
  visit('', words)
  return places
}
