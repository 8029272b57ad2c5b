import type { Pure, ValueId } from '../../graph/index.ts'
import {
  boolType,
  intType,
  isNumeric,
  listOf,
  neverType,
  numberType,
  sizeNumber,
  stringType,
  typeText,
  unknownType,
  withoutNone,
} from '../../types/index.ts'
import type { Type } from '../../types/index.ts'
import { likelyMeant } from '../likely-meant.ts'
import { pointerTo } from '../pointer.ts'
import type { ProblemList } from '../problem-list.ts'
import { shownName } from '../shown.ts'
import { innerPures } from '../structure/inner-pures.ts'
import { builtinType } from './builtin-type.ts'
import { constantType } from './constant-type.ts'
import { checkParts } from './check-parts.ts'
import { pathOf } from './knowledge.ts'
import type { Knowledge } from './knowledge.ts'
import { outcomesOf } from './outcomes.ts'
import type { Outcomes } from './outcomes.ts'
import { fits, join, joinEach } from './text-types.ts'

/** What expressions are read in: the types of the values, and what some of them tell as conditions. */
export interface TypedValues {
  readonly types: Map<ValueId, Type>
  readonly outcomes: Map<ValueId, Outcomes>
}

type PureOf<Kind extends Pure['kind']> = Extract<Pure, { kind: Kind }>

/**
 * Finds the types of expressions and reports what does not fit. `unknown` stands where something was reported, `never` where no
 * value can be; both fit everything.
 */
export class ExpressionTypes {
  readonly values: TypedValues
  readonly #problems: ProblemList

  constructor(values: TypedValues, problems: ProblemList) {
    this.values = values
    this.#problems = problems
  }

  report(place: string, message: string, remedy: string | null = null): Type {
    this.#problems.add('types', place, message, remedy)
    return unknownType
  }

  /** The type of an expression that has to fit; `what` is the reader of its value, as it reads before "takes". */
  expect(pure: Pure, place: string, wanted: Type, what: string, knowledge: Knowledge): Type {
    const type = this.typeOf(pure, place, knowledge)
    return fits(type, wanted) ? type : this.report(place, `This is \`${typeText(type)}\`; ${what} takes \`${typeText(wanted)}\`.`)
  }

  typeOf(pure: Pure, place: string, knowledge: Knowledge): Type {
    if (!knowledge.isReachable) return neverType
    switch (pure.kind) {
      case 'constant': {
        const type = constantType(pure.value)
        return typeof type === 'string' ? this.report(pointerTo(place, 'value'), type) : type
      }
      case 'value':
        return narrowed(pure, this.values.types.get(pure.id) ?? neverType, knowledge)
      case 'field':
        return this.#field(pure, place, knowledge)
      case 'index':
        return this.#index(pure, place, knowledge)
      case 'list': {
        const element = joinEach(this.#innerTypes(pure, place, knowledge))
        return element === null
          ? this.report(place, 'The items of this list have no common type.')
          : listOf(element, sizeNumber(pure.items.length))
      }
      case 'record':
        return this.#record(pure, place, knowledge)
      case 'not':
        this.expect(pure.operand, pointerTo(place, 'operand'), boolType, '`not`', knowledge)
        return boolType
      case 'negate':
        return this.#arithmetic(pure, place, '-', knowledge)
      case 'binary':
        return this.#binary(pure, place, knowledge)
      case 'and':
      case 'or': {
        this.expect(pure.left, pointerTo(place, 'left'), boolType, `\`${pure.kind}\``, knowledge)
        const { yes, no } = outcomesOf(pure.left, this.values.outcomes)
        const inner = knowledge.inside(pure.kind === 'and' ? yes : no)
        this.expect(pure.right, pointerTo(place, 'right'), boolType, `\`${pure.kind}\``, inner)
        return boolType
      }
      case 'default': {
        const [left = unknownType, right = unknownType] = this.#innerTypes(pure, place, knowledge)
        return join(withoutNone(left), right) ?? this.#apart(place, left, right)
      }
      case 'builtin':
        return this.#builtin(pure, place, knowledge)
      case 'text':
        checkParts(pure.parts, pointerTo(place, 'parts'), this, knowledge)
        return stringType
    }
  }

  #innerTypes(pure: Pure, place: string, knowledge: Knowledge): readonly Type[] {
    return innerPures(pure, place).map((inner) => this.typeOf(inner.pure, inner.place, knowledge))
  }

  #apart(place: string, left: Type, right: Type): Type {
    return this.report(place, `\`${typeText(left)}\` and \`${typeText(right)}\` have no common type.`)
  }

  #field(pure: PureOf<'field'>, place: string, knowledge: Knowledge): Type {
    const of = this.typeOf(pure.of, pointerTo(place, 'of'), knowledge)
    if (of.kind === 'never' || of.kind === 'unknown') return of
    if (of.kind !== 'record')
      return this.report(place, `This is \`${typeText(of)}\`, which has no fields.`, of.kind === 'optional' ? notThere : null)
    const field = of.fields.find(({ name }) => name === pure.name)
    if (field !== undefined) return narrowed(pure, field.type, knowledge)
    const names = of.fields.map(({ name }) => name)
    return this.report(
      pointerTo(place, 'name'),
      `\`${typeText(of)}\` has no field ${shownName(pure.name)}.`,
      likelyMeant(pure.name, names),
    )
  }

  #index(pure: PureOf<'index'>, place: string, knowledge: Knowledge): Type {
    const list = this.typeOf(pure.of, pointerTo(place, 'of'), knowledge)
    this.expect(pure.index, pointerTo(place, 'index'), intType, 'an index', knowledge)
    if (list.kind === 'never' || list.kind === 'unknown') return list
    return list.kind === 'list' ? list.element : this.report(place, `This is \`${typeText(list)}\`, which is no list.`)
  }

  #record(pure: PureOf<'record'>, place: string, knowledge: Knowledge): Type {
    const spread = pure.spread === null ? null : this.typeOf(pure.spread, pointerTo(place, 'spread'), knowledge)
    const fields = new Map<string, Type>()
    if (spread?.kind === 'record') for (const { name, type } of spread.fields) fields.set(name, type)
    const written = new Set<string>()
    pure.fields.forEach(({ name, value }, position) => {
      const at = pointerTo(place, 'fields', position)
      if (written.has(name)) this.report(pointerTo(at, 'name'), `The field ${shownName(name)} is written before.`)
      written.add(name)
      fields.set(name, this.typeOf(value, pointerTo(at, 'value'), knowledge))
    })
    if (spread?.kind === 'never' || spread?.kind === 'unknown') return spread
    if (spread !== null && spread.kind !== 'record') {
      return this.report(pointerTo(place, 'spread'), `This is \`${typeText(spread)}\`, which has no fields.`)
    }
    return { kind: 'record', fields: [...fields].map(([name, type]) => ({ name, type })) }
  }

  #binary(pure: PureOf<'binary'>, place: string, knowledge: Knowledge): Type {
    const { operator } = pure
    switch (operator) {
      case '==':
      case '!=': {
        const [left = unknownType, right = unknownType] = this.#innerTypes(pure, place, knowledge)
        return join(left, right) === null ? this.#apart(place, left, right) : boolType
      }
      case '<':
      case '<=':
      case '>':
      case '>=':
        this.#arithmetic(pure, place, operator, knowledge)
        return boolType
      case '/':
        return this.#arithmetic(pure, place, operator, knowledge).kind === 'never' ? neverType : numberType
      case '%':
        for (const side of ['left', 'right'] as const) this.expect(pure[side], pointerTo(place, side), intType, '`%`', knowledge)
        return intType
      case '+':
      case '-':
      case '*':
        return this.#arithmetic(pure, place, operator, knowledge)
    }
  }

  /** `int` where every operand is one. */
  #arithmetic(pure: Pure, place: string, operator: string, knowledge: Knowledge): Type {
    const types = innerPures(pure, place).map((inner) => {
      const type = this.typeOf(inner.pure, inner.place, knowledge)
      return isNumeric(type) ? type : this.report(inner.place, `This is \`${typeText(type)}\`; \`${operator}\` takes numbers.`)
    })
    const special = types.find(({ kind }) => kind === 'never') ?? types.find(({ kind }) => kind === 'unknown')
    return special ?? (types.every(({ kind }) => kind === 'int') ? intType : numberType)
  }

  #builtin(pure: PureOf<'builtin'>, place: string, knowledge: Knowledge): Type {
    const result = builtinType(pure, this.#innerTypes(pure, place, knowledge))
    if (result.kind !== 'mismatch') return result
    const { argument, message, remedy } = result
    return this.report(argument === null ? place : pointerTo(place, 'arguments', argument), message, remedy)
  }
}

const notThere = 'It may be `none`: test it before, or give it another value with `default`.'

/** The type without its `none` where a condition has told that the value is there. */
function narrowed(pure: Pure, type: Type, knowledge: Knowledge): Type {
  const path = pathOf(pure)
  return path !== null && knowledge.isPresent(path) ? withoutNone(type) : type
}
