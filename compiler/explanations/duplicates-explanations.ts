import type { duplicatesMessages } from '../diagnostics/duplicates-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const duplicatesExplanations: ExplanationsOf<typeof duplicatesMessages> = {
  duplicateDeclaration: {
    title: 'a second declaration of a name',
    why: 'One name has one meaning in a file. The first declaration is used.',
    remedy: 'Give the second one another name, or remove it.',
  },
  duplicateParameter: {
    title: 'a second parameter of a name',
    why: 'Arguments find their parameters by name, so each name stands once.',
    remedy: 'Give one of the parameters another name.',
  },
  duplicateField: {
    title: 'a second field of a name',
    why: 'A field with two values would have none for certain.',
    remedy: 'Remove one, or name it otherwise.',
  },
  duplicateMember: {
    title: 'a second member of a name',
    why: 'A member that stands twice is one member.',
    remedy: 'Remove it, or name it otherwise.',
  },
  duplicateTypeParameter: {
    title: 'a second type parameter of a name',
    why: 'A type parameter that stands twice would stand for two types.',
    remedy: 'Remove it, or name it otherwise.',
  },
  duplicateSetting: {
    title: 'a second setting, or budget limit, of a name',
    why: 'Each setting has one value, and so has each limit of a budget.',
    remedy: 'Keep the one that is meant.',
  },
  hidesDeclaration: {
    title: 'a name that hides a declaration or import of the file',
    why: 'One name has one meaning in a file, so a value cannot be called like a declaration or an import.',
    remedy: 'Choose another name for the value or for the declaration.',
  },
  hidesLocal: {
    title: 'a loop\'s item that hides a value',
    why: 'A loop\'s item that hides a value would make the same name two things a few lines apart.',
    remedy: 'Choose another name for the item.',
  },
  builtinName: {
    title: 'a declaration or agent parameter called like a builtin',
    why: 'A declaration called like a builtin would make the builtin unreachable, and readers would take one for the other.',
    remedy: 'Choose another name.',
  },
  basicTypeName: {
    title: 'a declaration called like a type of the language',
    why: '`string`, `int`, `number` and `bool` mean the same in every file.',
    remedy: 'Choose another name, such as one that begins with a capital.',
  },
  duplicateTool: {
    title: 'a tool named twice',
    why: 'A model is offered each tool once.',
    remedy: 'Remove the second mention.',
  },
}
