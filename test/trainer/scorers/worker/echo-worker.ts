import { serveQuestions } from '../../../../trainer/scorers/worker/index.ts'

/** Does what it is told. */
serveQuestions<string, string>((question) => {
  if (question === 'throw') throw new Error('no')
  if (question === 'exit') process.exit(3)
  for (const kept: string[] = []; question === 'fill'; ) kept.push(`${kept.length}`.repeat(10_000))
  while (question === 'loop');
  return question
})
