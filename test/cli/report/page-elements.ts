import { parse } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'

export interface PageElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
}

/** Every element of a page, as a parser of the HTML standard reads it. Throws where the page has a mistake. */
export function elementsOf(page: string): readonly PageElement[] {
  const mistakes: string[] = []
  const document = parse(page, { onParseError: ({ code, startLine }) => void mistakes.push(`${code} in line ${startLine}`) })
  if (mistakes.length > 0) throw new Error(mistakes.join(', '))
  return walk(document)
}

function walk(node: DefaultTreeAdapterTypes.Node): readonly PageElement[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : []
  if (!('tagName' in node)) return children
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return [{ name: node.tagName, attributes, text: textOf(node) }, ...children]
}

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''

/** What could run, load or send something. */
export const dangers = (page: string): readonly string[] =>
  elementsOf(page).flatMap(({ name, attributes }) => [
    ...(['script', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'a', 'foreignobject'].includes(name) ? [name] : []),
    ...Object.entries(attributes).flatMap(([attribute, value]) =>
      attribute.startsWith('on') || attribute === 'style' || (attribute === 'src' && !value.startsWith('data:image/svg+xml;base64,'))
        ? [`${name} ${attribute}`]
        : [],
    ),
  ])

/** The pictures of a page, as SVG. */
export const picturesOf = (page: string): readonly string[] =>
  elementsOf(page).flatMap(({ name, attributes }) =>
    name === 'img' ? [Buffer.from((attributes['src'] ?? '').replace(/^[^,]*,/, ''), 'base64').toString()] : [],
  )
