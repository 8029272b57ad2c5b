import { describe, expect, onTestFinished, test } from 'vitest'
import { divide, element } from '../../../runtime/emitted/values.ts'
import { endings, ok } from '../interpreter/start-run.ts'
import { A, look, startModule, write } from './start-module.ts'

const fails = (): never => {
  element([], 0)
  throw new Error('the list is empty')
}

describe('calls', () => {
  test('of an agent and of a tool give what they answer, under their instances', async () => {
    const started = startModule(async (at) => {
      const found = await at.use('main/found', look, { input: 'a' })
      return at.call('main/return/A', A, () => ({ input: `${found}!` }))
    })
    await started.answer('main/found', 'b')
    expect(started.inputOf('main/return/A')).toBe('b!')
    await started.answer('main/return/A', 'end')
    expect(await started.outcome()).toEqual(ok('end'))
  })

  test('fail with their arguments', async () => {
    const started = startModule((at) => at.call('main/a', A, () => ({ input: fails() })))
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a', code: 'index_out_of_range' })
  })
})

describe('assert', () => {
  test.each([
    [undefined, 'The assertion does not hold.'],
    [() => 'it is wrong', 'it is wrong'],
  ])('says why it fails (%#)', async (message, told) => {
    const started = startModule((at) => {
      at.assert('main/assert', () => false, message)
      return Promise.resolve('end')
    })
    expect(await started.outcome()).toEqual({ kind: 'failed', node: 'main/assert', code: 'assert_failed', message: told })
  })

  test('fails with its condition', async () => {
    const started = startModule((at) => {
      at.assert('main/assert', () => divide(1, 0) > 1)
      return Promise.resolve('end')
    })
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/assert', code: 'division_by_zero' })
  })
})

describe('after', () => {
  test('takes its place in the order at once, and begins when its values are there', async () => {
    const started = startModule(async (at) => {
      const a = at.call('main/a', A, { input: '' })
      const b = at.after([a], (at, value) => at.call('main/b', A, { input: value }))
      void at.call('main/c', A, { input: '' })
      return b
    })
    expect(await started.waiting()).toEqual(['main/a', 'main/c'])
    await started.answer('main/a', 'x')
    expect(started.inputOf('main/b')).toBe('x')
    await started.fail('main/b')
    expect(started.aborted).toEqual(['main/c'])
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/b' })
  })

  test('never begins where what it waits for has failed', async () => {
    const started = startModule((at) => {
      const a = at.call('main/a', A, { input: '' })
      return at.after([a], (at, value) => at.call('main/b', A, { input: value }))
    })
    await started.fail('main/a')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a' })
    expect(endings(await started.events())).toEqual({ 'main/a': 'failed' })
  })
})

describe('inOrder', () => {
  test('begins when its values are there and every earlier step has succeeded', async () => {
    const started = startModule((at) => {
      void at.call('main/a', A, { input: '' })
      const b = at.call('main/b', A, { input: '' })
      return at.inOrder([b], (at, value) =>
        at.sample('main/xs', { count: 1, ordered: true }, (at) => at.use('main/xs[*]', write, { input: value })),
      )
    })
    await started.answer('main/b', 'x')
    expect(await started.waiting()).toEqual(['main/a'])
    await started.answer('main/a')
    expect(started.inputOf('main/xs[1]')).toBe('x')
    await started.answer('main/xs[1]', 'end')
    expect(await started.outcome()).toEqual(ok(['end']))
  })
})

test('earlier waits for everything so far', async () => {
  const started = startModule(async (at) => {
    void at.call('main/a', A, { input: '' })
    await at.earlier()
    return at.call('main/b', A, { input: '' })
  })
  expect(await started.waiting()).toEqual(['main/a'])
  await started.answer('main/a')
  await started.answer('main/b', 'end')
  expect(await started.outcome()).toEqual(ok('end'))
})

test('run runs statements beside later ones, and tells nothing of itself', async () => {
  const started = startModule(async (at) => {
    const later = at.run('main/if', async (at) => {
      const a = await at.call('main/if/then/a', A, { input: '' })
      return at.call('main/if/then/b', A, { input: a })
    })
    const c = await at.call('main/c', A, { input: '' })
    return `${await later}${c}`
  })
  expect(await started.waiting()).toEqual(['main/c', 'main/if/then/a'])
  await started.answer('main/if/then/a')
  await started.answer('main/c', 'z')
  await started.answer('main/if/then/b', 'y')
  expect(await started.outcome()).toEqual(ok('yz'))
  expect(Object.keys(endings(await started.events())).sort()).toEqual(['main/c', 'main/if/then/a', 'main/if/then/b'])
})

test('nothing begins behind a loop whose list fails at once, or a branch whose condition does', async () => {
  const loop = startModule((at) => {
    void at.run('main/for', async (at) => {
      for await (const [round] of at.for('main/for', { list: ['a', 'b'], max: 1 })) round.assert('main/for[*]/assert', () => true)
    })
    return at.call('main/a', A, { input: '' })
  })
  expect(await loop.result).toMatchObject({ outcome: { kind: 'failed', node: 'main/for' }, usage: { requests: 0 } })
  const branch = startModule((at) => {
    void at.run('main/if', async (at) => {
      if (at.value('main/if', () => divide(1, 0) > 1)) await at.call('main/if/then/b', A, { input: '' })
    })
    return at.call('main/a', A, { input: '' })
  })
  expect(await branch.result).toMatchObject({ outcome: { kind: 'failed', node: 'main/if' }, usage: { requests: 0 } })
})

describe('otherwise', () => {
  const code = () =>
    startModule((at) =>
      at.otherwise(
        'main/a/otherwise',
        (at) => at.call('main/a/otherwise/A', A, { input: '' }),
        (at) => at.use('main/a/otherwise/look', look, { input: '' }),
      ),
    )

  test('runs the fallback where the attempt failed', async () => {
    const started = code()
    await started.fail('main/a/otherwise/A')
    await started.answer('main/a/otherwise/look', 'saved')
    expect(await started.outcome()).toEqual(ok('saved'))
  })

  test('leaves the fallback out where it succeeded', async () => {
    const started = code()
    await started.answer('main/a/otherwise/A', 'fine')
    expect(await started.outcome()).toEqual(ok('fine'))
  })

  test('fails with the fallback', async () => {
    const started = code()
    await started.fail('main/a/otherwise/A')
    await started.fail('main/a/otherwise/look')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/a/otherwise/look' })
  })
})

describe('lazy operators', () => {
  const right = (content: string) => () => Promise.resolve(content === 'yes')

  test.each([
    ['and', true, true, true],
    ['and', true, false, false],
    ['and', false, true, false],
    ['or', false, true, true],
    ['or', false, false, false],
    ['or', true, false, true],
  ] as const)('%s of %s and %s', async (operator, left, other, result) => {
    const started = startModule((at) => at[operator]('main/x', left, right(other ? 'yes' : 'no')))
    expect(await started.outcome()).toEqual(ok(result))
  })

  test.each([
    ['and', false],
    ['or', true],
  ] as const)('%s asks nothing where %s decides', async (operator, left) => {
    const started = startModule((at) =>
      at[operator]('main/x', left, async (at) => (await at.call('main/x/A', A, { input: '' })) === ''),
    )
    expect(await started.outcome()).toEqual(ok(left))
  })

  test.each([
    ['there', 'there'],
    [null, 'usual'],
  ])('default of %s', async (left, result) => {
    const started = startModule((at) => at.default('main/x', left, () => Promise.resolve('usual')))
    expect(await started.outcome()).toEqual(ok(result))
  })

  test.each(['and', 'or', 'default'] as const)('%s fails with its left side', async (operator) => {
    const started = startModule((at) => at[operator]('main/x', fails, () => Promise.resolve(true)))
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/x', code: 'index_out_of_range' })
  })

  test('nothing rejects unheard where nobody waits for a default whose right side fails', async () => {
    const unheard: unknown[] = []
    const listen = (reason: unknown): void => {
      unheard.push(reason)
    }
    process.on('unhandledRejection', listen)
    onTestFinished(() => {
      process.off('unhandledRejection', listen)
    })
    const started = startModule((at) => {
      void at.default('main/x', null as string | null, (at) => at.call('main/x/A', A, { input: '' }))
      return at.call('main/y', A, { input: '' })
    })
    await started.fail('main/x/A')
    expect(await started.outcome()).toMatchObject({ kind: 'failed', node: 'main/x/A' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(unheard).toEqual([])
  })
})

describe('budgets of workflows that are written out', () => {
  test('count what is called on their account alone', async () => {
    const run = (tokens: number) => {
      const started = startModule(async (at) => {
        const before = await at.call('main/before', A, { input: '' })
        const inner = at.budget({ path: 'main/x', workflow: 'inner', tokens })
        const a = await inner.call('main/x/a', A, { input: before })
        const b = await inner.call('main/x/b', A, { input: a })
        inner.close()
        return at.call('main/after', A, { input: b })
      })
      return started
    }
    const enough = run(10)
    for (const node of ['main/before', 'main/x/a', 'main/x/b']) await enough.answer(node)
    await enough.answer('main/after', 'end')
    expect(await enough.outcome()).toEqual(ok('end'))
    const little = run(9)
    for (const node of ['main/before', 'main/x/a', 'main/x/b']) await little.answer(node)
    expect(await little.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner', path: 'main/x', reason: 'tokens' })
  })

  test('hold inside regions, and pass through otherwise', async () => {
    const started = startModule((at) => {
      const inner = at.budget({ path: 'main/x', workflow: 'inner', tokens: 4 })
      return inner.otherwise(
        'main/x/otherwise',
        (at) => at.call('main/x/A', A, { input: '' }),
        () => Promise.resolve('saved'),
      )
    })
    await started.answer('main/x/A')
    expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner' })
  })

  test('run from the first step to the last', async () => {
    const started = startModule(async (at) => {
      const before = await at.call('main/before', A, { input: '' })
      const inner = at.budget({ path: 'main/x', workflow: 'inner', seconds: 60 })
      const a = await inner.call('main/x/a', A, { input: before })
      inner.close()
      return at.call('main/after', A, { input: a })
    })
    await started.waiting()
    started.clock.advance(1000)
    await started.answer('main/before')
    started.clock.advance(59)
    await started.answer('main/x/a')
    started.clock.advance(1000)
    await started.answer('main/after', 'end')
    expect(await started.outcome()).toEqual(ok('end'))
  })

  test('stop what is under way when their time is over, and leave no timer behind', async () => {
    const started = startModule((at) => {
      const inner = at.budget({ path: 'main/x', workflow: 'inner', seconds: 60 })
      return inner.call('main/x/a', A, { input: '' })
    })
    await started.waiting()
    started.clock.advance(60)
    expect(await started.outcome()).toMatchObject({ kind: 'stopped', workflow: 'inner', reason: 'seconds' })
    expect(started.aborted).toEqual(['main/x/a'])
    expect(started.clock.pending()).toEqual([])
  })
})
