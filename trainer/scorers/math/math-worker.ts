import { serveQuestions } from '../worker/index.ts'
import { compareAnswers } from './compare-answers.ts'
import type { Compared, Comparison } from './compare-answers.ts'
import { Engine } from './engine.ts'

// The only program that loads the library of mathematics.
const engine = new Engine()
serveQuestions<Comparison, Compared>((comparison) => compareAnswers(engine, comparison))
