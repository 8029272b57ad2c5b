import { describe, expect, test } from 'vitest'
import { pictureOf, toSvg } from '../../../compiler/index.ts'
import type { PictureItem } from '../../../compiler/index.ts'
import { layOut } from '../../../compiler/picture/svg/lay-out.ts'
import type { Area } from '../../../compiler/picture/svg/lay-out.ts'
import { shippedScripts } from '../../property/changed-scripts.ts'
import { compileSource, graphOf } from '../compile/compile-source.ts'

const graphs = [...shippedScripts].flatMap(([path, text]) => {
  const main = compileSource(text, { 'patterns.mas': shippedScripts.get('examples/patterns.mas') ?? '' }).workflows
  return main.flatMap(({ compiled }) => (compiled.kind === 'graph' ? [[path, compiled.graph] as const] : []))
})

const isInside = (inner: Area, outer: Area): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width + 1 &&
  inner.y + inner.height <= outer.y + outer.height + 1

function expectInside(items: readonly PictureItem[], areas: ReadonlyMap<string, Area>, around: Area): void {
  for (const item of items) {
    const area = areas.get(item.id) ?? { x: -1, y: -1, width: 0, height: 0 }
    expect(isInside(area, around)).toBe(true)
    if (item.kind === 'box') expectInside(item.items, areas, area)
  }
}

describe('an SVG', () => {
  test.each(graphs)('holds every item inside its box: %s', async (_, graph) => {
    const picture = pictureOf(graph)
    const { width, height, areas, lines } = await layOut(picture)
    expectInside(picture.items, areas, { x: 0, y: 0, width, height })
    expect(lines.filter((line) => line.length < 2)).toEqual([])
    expect(lines).toHaveLength(picture.arrows.length)
  })

  test('escapes every text and runs nothing', async () => {
    const graph = graphOf('workflow main(x: string) -> string { return x }')
    const parameters = graph.parameters.map((parameter) => ({ ...parameter, name: '</text><script>"&\u0001' }))
    const svg = await toSvg({ ...graph, parameters, workflow: '<script>' })
    expect(svg).not.toContain('<script')
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>')
    expect(svg).toContain('<title>&lt;script&gt;</title>')
  })
})
