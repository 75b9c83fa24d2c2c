import { ADAPTERS } from './adapters/adapters'
import { SCENARIOS, type ScenarioName } from './plan/names'

export interface Options {
  readonly servers: readonly string[]
  readonly scenarios: readonly ScenarioName[]
  readonly repeats: number
  readonly quick: boolean
  readonly out: string | null
  readonly sizes: readonly number[]
  readonly awareness: boolean
  readonly ladder: readonly number[]
  readonly kill: readonly number[]
  readonly rounds: number
  readonly stalled: number
}

const KNOWN = [
  'servers',
  'scenarios',
  'repeats',
  'quick',
  'out',
  'sizes',
  'awareness',
  'ladder',
  'kill',
  'rounds',
  'stalled',
]
const MOST_REPEATS = 20

export function parseOptions(args: readonly string[]): Options {
  const given = new Map(args.map(parseArgument))
  const quick = given.has('quick')
  const list = (name: string, otherwise: readonly string[]) =>
    given.get(name)?.split(',').filter(Boolean) ?? otherwise
  const numbers = (name: string, otherwise: readonly number[]) =>
    list(name, otherwise.map(String)).map(Number)
  const number = (name: string, otherwise: number) => numbers(name, [otherwise])[0] ?? otherwise
  const servers = list('servers', Object.keys(ADAPTERS))
  checkNames('server', servers, Object.keys(ADAPTERS))
  const scenarios = list('scenarios', SCENARIOS)
  checkNames('scenario', scenarios, SCENARIOS)
  return {
    servers,
    scenarios: scenarios as ScenarioName[],
    repeats: Math.min(number('repeats', quick ? 1 : 3), MOST_REPEATS),
    quick,
    out: given.get('out') ?? null,
    sizes: numbers('sizes', quick ? [50] : [50, 200]),
    awareness: given.has('awareness'),
    ladder: numbers('ladder', quick ? [2000, 8000] : [2000, 8000, 16_000, 24_000, 32_000]),
    kill: numbers('kill', quick ? [0] : [0, 1000]),
    rounds: number('rounds', quick ? 2 : 10),
    stalled: number('stalled', 1),
  }
}

function parseArgument(argument: string): [name: string, value: string] {
  const [, name = '', value = ''] = /^--([a-z]+)(?:=(.*))?$/.exec(argument) ?? []
  if (!KNOWN.includes(name))
    throw new Error(
      `${argument} is no option; there are ${KNOWN.map((known) => `--${known}`).join(', ')}.`,
    )
  return [name, value]
}

function checkNames(kind: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown) throw new Error(`No ${kind} is called ${unknown}; there are ${known.join(', ')}.`)
}
