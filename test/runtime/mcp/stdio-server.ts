// The example server as a program, for standard input and output.
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { exampleServer } from './example-server.ts'

serveStdio(exampleServer)
