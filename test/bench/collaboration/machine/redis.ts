import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { findFreePort, type Program, startProgram, waitForPort } from './processes'

export interface RedisProgram extends Program {
  readonly port: number
}

/** A Redis that keeps nothing: it only carries messages between nodes. */
export async function startRedis(dataDir: string, logFile: string): Promise<RedisProgram> {
  const port = await findFreePort()
  const folder = join(dataDir, 'redis')
  mkdirSync(folder, { recursive: true })
  const keepsNothing = ['--save', '', '--appendonly', 'no', '--dir', folder]
  const args = ['--port', String(port), '--bind', '127.0.0.1', ...keepsNothing]
  const program = startProgram({ command: 'redis-server', args }, logFile)
  await waitForPort(port, program)
  return { ...program, port }
}
