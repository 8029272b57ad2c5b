import { readFileSync } from 'node:fs'
import { createSyntaxDiagramsCode, type ISerializedGast } from 'chevrotain'
import type { Expression } from '../model/expression.ts'
import type { Rules } from '../model/recorded-grammar.ts'
import { ruleName } from './rule-name.ts'
import { tokenText } from './token-text.ts'

/** A production as Chevrotain's diagrams read it; its type leaves the names out. */
interface Production extends ISerializedGast {
  readonly name?: string
  readonly label?: string
  readonly idx?: number
}

const diagrams = new URL('../../diagrams/', import.meta.resolve('chevrotain'))

/**
 * The rules as railroad diagrams: one HTML page that draws itself and loads nothing. Chevrotain's page would fetch its style
 * and scripts, so they are written into it.
 */
export function railroad(rules: Rules): string {
  const serialized = [...rules].map(([name, expression]): Production =>
    ({ type: 'Rule', name: ruleName(name, '_'), definition: itemsOf(expression) }))
  const page = createSyntaxDiagramsCode(serialized, { resourceBase: '', css: 'diagrams.css' })
  const inlined = page
    .replace(/<link rel='stylesheet' href='([^']*)'>/, (_, file: string) => `<style>\n${resource(file)}</style>`)
    .replace(/<script src='([^']*)'><\/script>/g, (_, file: string) => `<script>\n${resource(file)}</script>`)
  return `<!DOCTYPE html>\n<title>The grammar of MAS</title>\n${inlined.replace(/^\s*<!--.*-->\s*<!DOCTYPE html>\s*/, '')}`
}

const resource = (file: string): string => readFileSync(new URL(file, diagrams), 'utf8')

const itemsOf = (expression: Expression): Production[] =>
  expression.kind === 'sequence' ? expression.items.map(productionOf) : [productionOf(expression)]

function productionOf(expression: Expression): Production {
  switch (expression.kind) {
    case 'rule':
      return { type: 'NonTerminal', name: ruleName(expression.name, '_'), idx: 0 }
    case 'token':
      return terminal(tokenText(expression.name).replace(/^(['"])(.*)\1$/, '$2'))
    case 'literal':
      return terminal(expression.text)
    case 'sequence':
      return { type: 'Alternative', definition: itemsOf(expression) }
    case 'choice':
      return {
        type: 'Alternation',
        definition: expression.options.map((option) => ({ type: 'Alternative', definition: itemsOf(option) })),
      }
    case 'repetition': {
      const { item, minimum, maximum } = expression
      const type = maximum === 1 ? 'Option' : minimum === 0 ? 'Repetition' : 'RepetitionMandatory'
      return { type, definition: itemsOf(item) }
    }
    case 'characters':
    case 'other_word':
      throw new Error('rules for people are over tokens')
  }
}

const terminal = (label: string): Production => ({ type: 'Terminal', name: label, label, idx: 0 })
