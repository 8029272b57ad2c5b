// For trying things by hand: node test/model-server/serve.ts --port 8085
import { parseArgs } from 'node:util'
import { answerGenerically, startModelServer } from './index.ts'

const { values } = parseArgs({ options: { port: { type: 'string', default: '8085' } } })
const server = await startModelServer((request, number) => {
  process.stdout.write(`${number}  ${request.model}  ${request.messages.length} messages\n`)
  return answerGenerically(request)
}, Number(values.port))
process.stdout.write(`listening; use --model default=openai:any@${server.baseUrl}\n`)
process.once('SIGINT', () => void server.close())
