import { expect, test } from 'vitest'
import { plantedAt } from './planted-at.ts'

test('declarations are added behind every other one', () => {
  expect(plantedAt('a misspelt setting', 'return task')).toEqual(Array.from({ length: 4 }, () => 'agent Planted(value: string) -> string { | «temprature» 1'))
})

test('imports come first, and what swallows the rest comes last', () => {
  expect(plantedAt('an import of something that is not there', 'return task')).toEqual(['import { «elephantine» } from "std/patterns"'])
  expect(plantedAt('a comment without its end', 'return task')).toEqual(['«/*» a comment'])
})
