import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfiguration } from '../../runtime/configuration/index.ts'
import { blocksOf, pages, projectFolder } from './pages.ts'

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')

const anchorOf = (heading: string): string =>
  heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-')

test.each(pages)('the links of $path lead somewhere', ({ path, text }) => {
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading))
  const targets = [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
  const broken = targets.filter((target) => {
    const [file = '', anchor] = target.split('#')
    return file === '' ? !anchors.includes(anchor ?? '') : !existsSync(join(projectFolder, dirname(path), file))
  })
  expect(broken).toEqual([])
})

test('the files and functions that the security page names exist', async () => {
  const { readFileSync } = await import('node:fs')
  const security = pages.find(({ path }) => path === 'docs/security.md')
  const places = [...(security?.text ?? '').matchAll(/`([a-z][\w/-]*\.(?:ts|mas|js)):(\w+)`/g)]
  expect(places.length).toBeGreaterThan(8)
  const missing = places.filter(([, file = '', name = '']) => {
    const path = join(projectFolder, file)
    return !existsSync(path) || !new RegExp(`\\b${name}\\b`).test(readFileSync(path, 'utf8'))
  })
  expect(missing.map(([place]) => place)).toEqual([])
})

const configurations = pages
  .flatMap(blocksOf)
  .filter(({ label, text }) => label === 'json' && /"(models|tools|limits)"/.test(text) && !/"(version|executor)"/.test(text))

test.each(configurations)('the configuration at $page:$line is one', ({ text }) => {
  expect(readConfiguration(text)).toMatchObject({ kind: 'ok' })
})
