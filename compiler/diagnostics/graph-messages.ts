import { errorMessage, givenHint } from './message.ts'
import type { WithHint } from './message.ts'

interface OfGraph extends WithHint {
  /** A JSON pointer; empty for the whole graph. */
  readonly place: string
  readonly message: string
}

/** The end of a longer pointer says which part it is. */
const longestPlace = 120

function atPlace({ place, message }: OfGraph): string {
  const shown = place.length <= longestPlace ? place : `…${place.slice(-longestPlace)}`
  return place === '' ? message : `At \`${shown}\`: ${message}`
}

/** MAS6xxx: what is wrong with a graph file. */
export const graphMessages = {
  graphNotJson: errorMessage<OfGraph>('MAS6001', atPlace, givenHint),
  graphShape: errorMessage<OfGraph>('MAS6002', atPlace, givenHint),
  graphTooLarge: errorMessage<OfGraph>('MAS6003', atPlace, givenHint),
  graphStructure: errorMessage<OfGraph>('MAS6004', atPlace, givenHint),
  graphTypes: errorMessage<OfGraph>('MAS6005', atPlace, givenHint),
  graphBounds: errorMessage<OfGraph>('MAS6006', atPlace, givenHint),
} as const
