import type { EnumType } from '../../types/index.ts'
import { nameExpression, nameNode, nowhere } from '../nodes.ts'
import type { Space } from '../space/space.ts'
import type { ExpressionForm } from './expression-form.ts'
import { fitsShape } from './expression-shape.ts'
import { literalOption } from './literal-form.ts'

/** A member of an enum: `Verdict.correct`. */
export const memberForm: ExpressionForm = {
  kind: 'member',
  options: ({ space, shape }) =>
    enumsOf(space)
      .filter((type) => fitsShape(shape, type))
      .flatMap(({ name, members }) =>
        members.map((member) =>
          literalOption(
            `expression/${name}.${member}`,
            'verdict',
            { kind: 'member', object: nameExpression(name), field: nameNode(member), range: nowhere },
            (expression) =>
              expression.kind === 'member' &&
              expression.field.text === member &&
              expression.object.kind === 'name_expression' &&
              expression.object.name === name,
          ),
        ),
      ),
  labels: (space) => enumsOf(space).flatMap(({ name, members }) => members.map((member) => `expression/${name}.${member}`)),
}

/** The enums among the types of the space. */
export const enumsOf = (space: Space): readonly EnumType[] => space.types.filter((type) => type.kind === 'enum')
