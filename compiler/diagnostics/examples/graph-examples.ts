import type { graphMessages } from '../graph-messages.ts'
import type { Example, ExamplesOf } from './example.ts'

const graph = `
{
  "version": 1,
  "workflow": "main",
  "file": "main.mas",
  "documentation": null,
  "parameters": [{ "name": "question", "type": { "kind": "string" }, "value": "question" }],
  "result": { "kind": "string" },
  "body": { "nodes": [], "outputs": [{ "kind": "value", "id": "question" }] },
  "agents": {},
  "tools": {},
  "budgets": [],
  "bounds": { "calls": 0, "tool_calls": 0, "tokens": 0, "depth": 0 }
}`

/** A graph that gives back what it is given, with one part of it written wrong. */
const edited = (right: string, wrong: string): Example => ({ wrong: graph.replace(right, () => wrong), right: graph, name: 'main.json' })

export const graphExamples: ExamplesOf<typeof graphMessages> = {
  graphNotJson: edited('"version": 1,', '"version": 1, «/»/ the form'),
  graphShape: edited('"documentation": null', '«"documentaton"»: null'),
  graphTooLarge: null,
  graphStructure: edited('"id": "question"', '"id": «"answer"»'),
  graphTypes: edited('[{ "kind": "value", "id": "question" }]', '[«{» "kind": "constant", "value": 42 }]'),
  graphBounds: edited('"calls": 0', '"calls": «1»'),
}
