import { expect, test } from 'vitest'
import { parse } from '../../grammar/index.ts'
import { cases, seed } from './texts.ts'

test.each(cases)(`what the grammar of $name derives parses, seed ${seed}`, ({ texts }) => {
  const derived = texts.filter((text) => text.derived)
  expect(derived.filter(({ text }) => parse(text).problems.some(({ kind }) => kind !== 'nested_too_deeply'))).toEqual([])
})
