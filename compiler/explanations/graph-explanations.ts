import type { graphMessages } from '../diagnostics/graph-messages.ts'
import type { ExplanationsOf } from './explanation.ts'

export const graphExplanations: ExplanationsOf<typeof graphMessages> = {
  graphNotJson: {
    title: 'a graph file that is not JSON',
    why: 'A graph file holds one JSON value. A name that stands twice in one object is refused as well: readers differ in which they take.',
    remedy: 'Put right what stands at that line and column. JSON has no comments and no comma behind the last value.',
  },
  graphShape: {
    title: 'a graph file of another form',
    why: 'Every part of a graph has exactly the fields that the published schema gives it, so that a misspelt field is never just passed over.',
    remedy: 'Name the schema in the file, as `"$schema"`, and an editor shows what may stand where.',
  },
  graphTooLarge: {
    title: 'a graph file that is too large or nests too deeply',
    why: 'A graph from a file has the limits of a compiled one, so that reading and running it takes neither all memory nor all of the stack.',
    remedy: 'Use `repeat`, `for`, `each` or `sample` nodes where the same nodes are written out.',
  },
  graphStructure: {
    title: 'a graph whose parts do not agree',
    why: 'Names are unique, values are assigned once and before they are read, and every agent, tool and budget that is named exists. The run relies on it.',
    remedy: 'Follow the pointer in the message; the hint says what would agree.',
  },
  graphTypes: {
    title: 'a value in a graph that does not fit',
    why: 'A graph says the types of agents, tools and inputs only. All others are found from these, and each value has to fit where it is read.',
    remedy: 'Change the expression, or the type of the agent, tool or parameter.',
  },
  graphBounds: {
    title: 'bounds that are not those of the graph',
    why: 'The bounds are a promise about the cost. They are worked out again, so that nobody is promised less than a run may use.',
    remedy: 'Write the numbers that the hint gives.',
  },
}
