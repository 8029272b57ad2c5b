export { connectMcpServer } from './mcp-server.ts'
export type { ConnectMcpServer, McpEndpoint, McpServer } from './mcp-server.ts'
