// Writes compiler/graph/graph-schema.json from the types of a graph.
import { writeFileSync } from 'node:fs'
import { graphSchemaText } from './graph-schema.ts'

writeFileSync(new URL('../compiler/graph/graph-schema.json', import.meta.url), graphSchemaText())
