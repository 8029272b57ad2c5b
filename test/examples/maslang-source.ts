// Lets a program of examples/ import the package as a user would, and get the sources.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (specifier, context, next) => {
    const [, part] = /^maslang\/([a-z]+)$/.exec(specifier) ?? []
    return part === undefined ? next(specifier, context) : next(new URL(`../../${part}/index.ts`, import.meta.url).href, context)
  },
})
