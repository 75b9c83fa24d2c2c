import { format } from 'node:util'
import { afterEach, beforeEach, vi } from 'vitest'

// A warning nobody expected is a fault nobody has looked at, so it fails the test that caused it.

let expected: RegExp[] = []
let complaints: string[] = []

/** Call in a test that is meant to complain: the message that console.error or console.warn then receives. */
export function expectConsoleError(message: RegExp): void {
  expected.push(message)
}

beforeEach(() => {
  expected = []
  complaints = []
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts) => void complaints.push(format(...parts)))
  }
})

afterEach(() => {
  const surprises = complaints.filter((complaint) => !expected.some((message) => message.test(complaint)))
  const silent = expected.filter((message) => !complaints.some((complaint) => message.test(complaint)))
  if (surprises.length > 0) throw new Error(`Nobody expected on the console: ${surprises.join('\n')}`)
  if (silent.length > 0) throw new Error(`Expected on the console and not said: ${silent.join(', ')}`)
})
