import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds before each answer. */
const delay = 50

/**
 * A server of chat completions that does as little as it can: it answers every request with the same text after a while. It
 * tells its parent its port, and at the end, asked by any message, how many connections were opened.
 */
const answer = JSON.stringify({
  id: 'a',
  object: 'chat.completion',
  created: 0,
  model: 'm',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'word '.repeat(40) } }],
  usage: { prompt_tokens: 50, completion_tokens: 40, total_tokens: 90 },
})

let opened = 0

const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
      response.end(answer)
    }, delay)
  })
})
server.on('connection', () => { opened += 1 })
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', () => process.send?.(opened))
