import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markup } from '../../../cli/report/markup.ts'
import { elementsOf } from './page-elements.ts'

test('texts and numbers are escaped, markup and lists of it are not', () => {
  const inner = markup`<b>${'<&>"\''}</b>`
  expect(markup`<p title="${'"><script>'}">${inner}${[inner, inner]}${1.5}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;"><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>\n<b>&lt;&amp;&gt;&quot;&#39;</b>1.5</p>',
  )
})

test('any text comes back from an element and from an attribute as it was', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '-', '!', 'x', ' ', ';', '#', '`') }))
  fc.assert(
    fc.property(text, (value) => {
      const page = markup`<!doctype html><html lang="en"><head><title>t</title></head><body><p title="${value}">${value}</p></body></html>`
      const paragraph = elementsOf(page.text).find(({ name }) => name === 'p')
      const read = value.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}').replaceAll(/\r\n?/g, '\n')
      expect(paragraph).toEqual({ name: 'p', attributes: { title: read }, text: read })
    }),
    { numRuns: 200 },
  )
})
