import { TrainingFault } from '../engine/index.ts'
import type { LegalTokens, PolicyNetwork, Sample, SampleRequest } from '../engine/index.ts'
import { deriveSeed } from '../random/random-stream.ts'
import type { CallRecord } from '../records/index.ts'
import type { Task } from '../tasks/index.ts'
import { taskText } from '../tasks/index.ts'
import type { DesignSpace } from './design-space.ts'
import { symbolTable } from './symbol-table.ts'
import type { SymbolTable } from './symbol-table.ts'

/** The network's vocabulary: the mark that ends a task, characters of tasks, and the labels of choices. */
export interface DesignerVocabulary {
  readonly table: SymbolTable
  readonly mark: number
  /** The id of the first label; the others follow in order. */
  readonly firstLabel: number
  /** What stands before a character in the table. */
  readonly characterPrefix: string
}

export function designerVocabulary(characters: string, labels: readonly string[]): DesignerVocabulary {
  const characterPrefix = 'character:'
  const letters = [...new Set(characters)].map((letter) => `${characterPrefix}${letter}`)
  return { table: symbolTable(['mark', ...letters, ...labels]), mark: 0, firstLabel: 1 + letters.length, characterPrefix }
}

/** The prompt of a task: its text, then the mark. Characters that no task was trained with are left out. */
export function encodeTask(vocabulary: DesignerVocabulary, text: string): readonly number[] {
  const ids = [...text].map((letter) => vocabulary.table.idOf(`${vocabulary.characterPrefix}${letter}`)).filter((id) => id !== null)
  return [...ids, vocabulary.mark]
}

export interface Proposal {
  readonly text: string
  readonly call: CallRecord
}

export interface ProposalRequest {
  readonly task: Task
  /** What the designer reads; the task's own text unless texts are shuffled on purpose. */
  readonly reads?: string
  readonly run: string
  readonly step: number
  /** From 1 within the task. */
  readonly design: number
  readonly temperature: number
  readonly seed: number
}

export interface DesignerPolicySettings<State> {
  readonly name: string
  readonly network: PolicyNetwork
  readonly vocabulary: DesignerVocabulary
  readonly space: DesignSpace<State>
}

/** A small network that writes scripts, one legal choice after another. */
export class DesignerPolicy<State> {
  readonly #settings: DesignerPolicySettings<State>

  constructor(settings: DesignerPolicySettings<State>) {
    this.#settings = settings
  }

  /** One design per request. Throws where a design is cut short: the network's positions must hold the longest one. */
  propose(requests: readonly ProposalRequest[]): readonly Proposal[] {
    const { name, network, space } = this.#settings
    const writings = requests.map((request) => this.#begin(request))
    const samples = network.sample(writings.map((writing) => writing.sample))
    return requests.map((request, position): Proposal => {
      const writing = writings[position]
      const drawn = samples[position]
      if (writing === undefined || drawn === undefined) throw new Error('a network answers every request')
      const text = space.text(writing.stateAfter(drawn))
      if (text === null) {
        const message = `A design did not end within the ${network.shape.positions} positions of the designer: it needs more`
        throw new TrainingFault('row-too-long', message)
      }
      return { text, call: callRecord(request, name, network.version, writing.sample, drawn) }
    })
  }

  /** The choices of a given design as token ids with their masks: what a supervised start imitates. */
  imitate(text: string, choices: readonly number[]): { readonly prompt: readonly number[]; readonly completion: readonly number[]; readonly masks: readonly LegalTokens[] } {
    const { vocabulary, space } = this.#settings
    let state = space.start
    const masks: LegalTokens[] = []
    for (const choice of choices) {
      masks.push(space.legal(state).map((label) => label + vocabulary.firstLabel))
      state = space.choose(state, choice)
    }
    return { prompt: encodeTask(vocabulary, text), completion: choices.map((choice) => choice + vocabulary.firstLabel), masks }
  }

  #begin(request: ProposalRequest): { readonly sample: SampleRequest; readonly stateAfter: (drawn: Sample) => State } {
    const { network, vocabulary, space } = this.#settings
    const prompt = encodeTask(vocabulary, request.reads ?? taskText(request.task))
    let state = space.start
    let taken = 0
    const advance = (tokens: readonly number[]): void => {
      for (; taken < tokens.length; taken += 1) {
        const token = tokens[taken]
        if (token !== undefined) state = space.choose(state, token - vocabulary.firstLabel)
      }
    }
    const sample: SampleRequest = {
      prompt,
      maximumTokens: network.shape.positions - prompt.length + 1,
      temperature: request.temperature,
      stop: null,
      mask: (generated) => {
        advance(generated)
        const legal = space.legal(state)
        return legal.length === 0 ? 'end' : legal.map((label) => label + vocabulary.firstLabel)
      },
      seed: deriveSeed(request.seed, 'designer'),
    }
    return {
      sample,
      stateAfter: (drawn) => {
        advance(drawn.tokens)
        return state
      },
    }
  }
}

function callRecord(request: ProposalRequest, policy: string, version: number, sample: SampleRequest, drawn: Sample): CallRecord {
  return {
    run: request.run,
    step: request.step,
    task: request.task.id,
    design: request.design,
    execution: null,
    node: 'designer',
    attempt: 1,
    turn: 1,
    agent: 'designer',
    policy,
    version,
    promptTokens: [...sample.prompt],
    tokens: drawn.tokens,
    logProbabilities: drawn.logProbabilities,
    masks: drawn.masks,
    advantages: null,
    sampling: { temperature: sample.temperature, topP: null, maximumTokens: sample.maximumTokens, seed: sample.seed },
    truncated: drawn.truncated,
    provenance: 'exact',
  }
}
