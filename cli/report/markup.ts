/** A piece of HTML or SVG whose texts are escaped. */
export class Markup {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  /** What was made safe elsewhere, such as a style sheet that is a constant of ours. */
  static trusted(text: string): Markup {
    return new Markup(text)
  }

  toString(): string {
    return this.text
  }
}

export type Content = string | number | Markup | readonly Markup[]

/** Markup from a template: strings and numbers in it become text, whatever they hold; in attributes, put quotes around them. */
export const markup = (parts: TemplateStringsArray, ...contents: readonly Content[]): Markup =>
  Markup.trusted(parts.map((part, position) => `${part}${written(contents[position] ?? '')}`).join(''))

function written(content: Content): string {
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content))
  return content instanceof Markup ? content.text : content.map(({ text }) => text).join('\n')
}

const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
