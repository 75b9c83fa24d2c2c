import type { Protocol } from '../clients/frames'
import type { Command } from '../machine/processes'

export type Ports = readonly number[]

export interface Place {
  readonly ports: Ports
  readonly room: string
  /** Who connects. Clients are spread over the nodes by it. */
  readonly index: number
}

/** What a server needs beside itself and what outlives it: PostgreSQL, Redis. */
export interface Services {
  /** Their processes; CPU of the trees is told apart from the server's. */
  readonly pids: readonly number[]
  readonly env: Record<string, string>
  /** Waits until everything is stored as it will be found after a restart. */
  settle?(): Promise<void>
  stop(): Promise<void>
}

export interface ServiceOptions {
  readonly dataDir: string
  /** All rooms that will be opened, for servers whose documents must exist. */
  readonly rooms: readonly string[]
  readonly logFile: string
}

/** One server under test. */
export interface Adapter {
  readonly name: string
  readonly protocol: Protocol
  /** Documents survive a restart. */
  readonly persistent: boolean
  /** Acknowledged or shown edits are on disk: the peers whose latency can be compared with ours. */
  readonly durable: boolean
  readonly nodes?: number
  /** How long after the last edit until it may be restarted without loss. */
  readonly persistWaitMs?: number
  /** How long after the last edit a room counts as idle. */
  readonly idleMs?: number
  /** Scenarios that say nothing about it. */
  readonly skip?: readonly string[]
  startServices?(options: ServiceOptions): Promise<Services>
  start(options: { port: number; dataDir: string; env: Record<string, string> }): Command
  url(place: Place): string
  headers?(place: Place): Record<string, string>
}

export function portOf({ ports, index }: Place): number {
  return ports[index % ports.length] ?? 0
}
