import { describe, expect, test, vi } from 'vitest'
import { derivationOf } from '../../../compiler/derivation/index.ts'
import { arithmeticDesigns, familiesDomain, rolesOf, startDesigns } from '../../../trainer/team/index.ts'
import { heldOutTasks } from '../../../trainer/demonstration/run-arm.ts'
import { families, taskMix, taskSplit } from '../../../trainer/demonstration/settings.ts'
import { startTeam } from '../../../trainer/demonstration/start-team.ts'
import { vocabularyOfExecutors } from '../../../trainer/demonstration/team.ts'
import { choicesOf, derivedDesignSpace } from '../../../trainer/policies/derived-design-space.ts'
import { decodeReply, executorVocabulary } from '../../../trainer/policies/executor-vocabulary.ts'
import { randomStream } from '../../../trainer/random/random-stream.ts'
import { resolveFamily, splitOf, taskText } from '../../../trainer/tasks/index.ts'
import { perceiveAs } from '../../../trainer/training/perceive-task.ts'
import { startDesigner } from '../../../trainer/training/start-designer.ts'
import { startExecutor } from '../../../trainer/training/start-executor.ts'
import { loadedEngine } from '../engine/loaded-engine.ts'
import { tinySettings, tinyTeam } from './tiny-team.ts'

const designSpecification = arithmeticDesigns(16)

const vocabulary = vocabularyOfExecutors()

const executorStart = {
  seed: 1,
  mix: taskMix,
  split: taskSplit,
  batch: 200,
  learningRate: 0.01,
  warmUpSteps: 0,
  interval: 3,
  accuracy: 1.1,
  mostSteps: 3,
  slips: 0,
  accepts: () => true,
}

describe('the start of executors', () => {
  test('sees right replies to texts of the training side only', async () => {
    const { executorNetwork } = await tinyTeam()
    const trained = vi.spyOn(executorNetwork, 'trainSupervised')
    const progress = [...startExecutor(executorNetwork, vocabulary, executorStart)]
    expect(progress.map(({ step, accuracy }) => [step, accuracy === null])).toEqual([[1, true], [2, true], [3, false]])
    const rows = trained.mock.calls.flatMap(([batch]) => batch)
    expect(rows).toHaveLength(600)
    for (const { prompt, completion } of rows) {
      const role = vocabulary.table.symbolOf(prompt[0] ?? -1).replace('role:', '')
      const expression = decodeReply(vocabulary, prompt.slice(1, -1))
      expect(splitOf(expression, taskSplit)).toBe('training')
      const family = families.find((candidate) => candidate.owns(expression))
      expect(family?.reply(role, { expression })).toBe(decodeReply(vocabulary, completion))
    }
  })
  test('sees a slip of one digit in about the share of examples asked for, and is measured by right replies', async () => {
    const { executorNetwork } = await tinyTeam()
    const trained = vi.spyOn(executorNetwork, 'trainSupervised')
    const progress = [...startExecutor(executorNetwork, vocabulary, { ...executorStart, slips: 0.25 })]
    const careful = [...startExecutor((await tinyTeam()).executorNetwork, vocabulary, executorStart)]
    expect(progress.map(({ step }) => step)).toEqual(careful.map(({ step }) => step))
    const rows = trained.mock.calls.flatMap(([batch]) => batch)
    const wrong = rows.filter(({ prompt, completion }) => {
      const role = vocabulary.table.symbolOf(prompt[0] ?? -1).replace('role:', '')
      const expression = decodeReply(vocabulary, prompt.slice(1, -1))
      const right = String(families.find((candidate) => candidate.owns(expression))?.reply(role, { expression }))
      const seen = decodeReply(vocabulary, completion)
      const differing = [...seen].filter((character, place) => character !== right[place])
      if (seen !== right) {
        expect(seen).toHaveLength(right.length)
        expect(differing).toHaveLength(1)
        expect(differing[0]).toMatch(/[0-4]/)
      }
      return seen !== right
    })
    expect(wrong.length / rows.length).toBeGreaterThan(0.18)
    expect(wrong.length / rows.length).toBeLessThan(0.32)
  })
  test('ends when replies are as right as asked for', async () => {
    const { executorNetwork } = await tinyTeam()
    const progress = [...startExecutor(executorNetwork, vocabulary, { ...executorStart, batch: 8, interval: 2, accuracy: 0, mostSteps: 9 })]
    expect(progress).toHaveLength(2)
    expect(progress.at(-1)?.accuracy).toBeGreaterThanOrEqual(0)
  })
  test('is not measured by guesses', async () => {
    const settings = resolveFamily({ family: 'route' })
    const { mix, accepts, characters } = familiesDomain([{ settings, weight: 1 }], 16)
    const own = executorVocabulary(rolesOf({ mix }), characters)
    const shape = { ...tinySettings.executorShape, vocabulary: own.table.symbols.length, restart: own.reply }
    const network = (await loadedEngine()).createNetwork(shape, 1)
    const [trained, sampled] = [vi.spyOn(network, 'trainSupervised'), vi.spyOn(network, 'sample')]
    expect([...startExecutor(network, own, { ...executorStart, mix, accepts })]).toHaveLength(3)
    const rolesIn = (prompts: readonly { readonly prompt: readonly number[] }[]) =>
      new Set(prompts.map(({ prompt }) => own.table.symbolOf(prompt[0] ?? -1)))
    expect(rolesIn(trained.mock.calls.flatMap(([batch]) => batch))).toContain('role:answer')
    expect(rolesIn(sampled.mock.calls.flatMap(([batch]) => batch))).toEqual(new Set(['role:sign', 'role:x', 'role:y', 'role:z']))
  })
  test('takes only examples of use', async () => {
    const { executorNetwork } = await tinyTeam()
    const trained = vi.spyOn(executorNetwork, 'trainSupervised')
    const settings = { ...executorStart, batch: 20, accepts: ({ role }: { readonly role: string }) => role === 'reduce' }
    expect([...startExecutor(executorNetwork, vocabulary, settings)]).toHaveLength(3)
    const roles = trained.mock.calls.flatMap(([batch]) => batch).map(({ prompt }) => vocabulary.table.symbolOf(prompt[0] ?? -1))
    expect(new Set(roles)).toEqual(new Set(['role:reduce']))
  })
})

describe('the start of the designer', () => {
  test('imitates every given design for training tasks, with the masks of the grammar', async () => {
    const { designer, designerNetwork } = await tinyTeam()
    const space = derivedDesignSpace(designSpecification)
    const designs = startDesigns.map((text) => choicesOf(space, (derivationOf(designSpecification, text) ?? []).map(({ label }) => label)))
    const imitated = vi.spyOn(designer, 'imitate')
    const settings = { seed: 1, tasks: { mix: taskMix, split: taskSplit, side: 'training' as const }, designs, batch: 60, learningRate: 0.01, warmUpSteps: 0, loss: 0, mostSteps: 2 }
    expect([...startDesigner(designerNetwork, designer, settings)].map(({ accuracy }) => accuracy)).toEqual([null, null])
    expect(imitated.mock.calls).toHaveLength(120)
    for (const [text] of imitated.mock.calls) expect(splitOf(text, taskSplit)).toBe('training')
    expect(new Set(imitated.mock.calls.map(([, choices]) => choices))).toEqual(new Set(designs))
    expect([...startDesigner(designerNetwork, designer, { ...settings, loss: 100, mostSteps: 5 })]).toHaveLength(1)
  })
})

describe('the start of a team', () => {
  const start = async (seed: number) => {
    const steps = startTeam(await loadedEngine(), tinySettings, seed)
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done !== true) continue
      const { designerNetwork, executorNetwork } = next.value
      return { designer: designerNetwork.snapshot(), executor: executorNetwork.snapshot() }
    }
  }
  test('is the same for the same seed, and leaves fresh optimizers', async () => {
    const first = await start(3)
    expect(await start(3)).toEqual(first)
    expect((await start(4)).executor.weights).not.toEqual(first.executor.weights)
    for (const { optimizer } of [first.designer, first.executor]) {
      expect(optimizer.steps).toBe(0)
      expect(optimizer.mean.every((value) => value === 0) && optimizer.square.every((value) => value === 0)).toBe(true)
    }
  })
})

describe('held-out tasks', () => {
  test('are held out, the same every time, each once, of every family', () => {
    const tasks = heldOutTasks(tinySettings)
    expect(heldOutTasks(tinySettings)).toEqual(tasks)
    expect(new Set(tasks.map(taskText)).size).toBe(tasks.length)
    expect(new Set(tasks.map(({ family }) => family))).toEqual(new Set(families.map(({ name }) => name)))
    for (const task of tasks) expect(splitOf(taskText(task), taskSplit)).toBe('held_out')
  })
})

describe('what a call sees of a text', () => {
  test('is decided by the family whose notation it is written in', () => {
    const perceive = perceiveAs(families)
    const call = { role: 'answer', inputs: {} }
    const seen = Array.from({ length: 40 }, (_, seed) => perceive('~3+4', randomStream(seed, 'perceive'), call))
    expect(new Set(seen).size).toBeGreaterThan(1)
    for (const text of ['3+4', '=3+4', 'nothing of this kind']) expect(perceive(text, randomStream(1, 'perceive'), call)).toBe(text)
  })
})
