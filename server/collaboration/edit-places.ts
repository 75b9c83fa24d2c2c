import * as Y from 'yjs'

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** Where something new stands, as far as its own update tells. */
export interface Place {
  /** What the update rests on: a root, something inside or beside which the rest stands, or (null) something unknown. */
  readonly base: Base
  /** How many levels below that, counted inside the update. */
  readonly levels: number
  /** The type it is in, when the same update brings that. */
  readonly parent: Y.Item | null
}

export type Base =
  { readonly root: string } | { readonly inside: Y.ID } | { readonly beside: Y.ID } | null

/**
 * Finds the place of each struct, in the order in which Yjs can take them in. Null when there is no such order:
 * Yjs would throw at every reader, or set the update aside for ever.
 */
export function findPlaces(structs: readonly Struct[]): ReadonlyMap<Y.Item, Place> | null {
  const runs = toRuns(structs)
  const places = new Map<Y.Item, Place>()
  let taken = 0
  for (let before = -1; taken > before;) {
    before = taken
    for (const run of runs.values()) taken += takeReady(run, runs, places)
  }
  return taken === structs.length ? places : null
}

/** Takes what rests on nothing that is still to come, and answers how much that was. */
function takeReady(run: Run, runs: Runs, places: Map<Y.Item, Place>): number {
  const before = run.taken
  for (let next = run.structs[before]; next; next = run.structs[run.taken]) {
    const item = next instanceof Y.Item ? next : null
    if (item && !isReady(item, runs)) break
    if (item) places.set(item, placeOf(item, runs, places))
    run.taken += 1
  }
  return run.taken - before
}

/** One client's structs, which follow on one another. */
interface Run {
  readonly from: number
  readonly structs: Struct[]
  taken: number
}

type Runs = ReadonlyMap<number, Run>

function toRuns(structs: readonly Struct[]): Runs {
  const runs = new Map<number, Run>()
  for (const struct of structs) {
    const run = runs.get(struct.id.client)
    if (run) run.structs.push(struct)
    else runs.set(struct.id.client, { from: struct.id.clock, structs: [struct], taken: 0 })
  }
  return runs
}

function isReady({ origin, rightOrigin, parent }: Y.Item, runs: Runs): boolean {
  return (
    isThere(origin, runs) &&
    isThere(rightOrigin, runs) &&
    (!(parent instanceof Y.ID) || isThere(parent, runs))
  )
}

function isThere(id: Y.ID | null, runs: Runs): boolean {
  const run = id && runs.get(id.client)
  if (!id || !run || id.clock < run.from) return true
  const next = run.structs[run.taken]
  return !next || id.clock < next.id.clock
}

function placeOf(item: Y.Item, runs: Runs, places: ReadonlyMap<Y.Item, Place>): Place {
  const { parent } = item
  if (typeof parent === 'string') return { base: { root: parent }, levels: 1, parent: null }
  if (parent instanceof Y.ID) {
    const found = find(parent, runs)
    const outer = found && places.get(found)
    if (found && outer) return { base: outer.base, levels: outer.levels + 1, parent: found }
    return { base: { inside: parent }, levels: 1, parent: null }
  }
  const sibling = item.origin ?? item.rightOrigin
  if (!sibling) return { base: null, levels: 0, parent: null }
  const found = find(sibling, runs)
  return (found && places.get(found)) ?? { base: { beside: sibling }, levels: 0, parent: null }
}

function find({ client, clock }: Y.ID, runs: Runs): Y.Item | null {
  const run = runs.get(client)
  if (!run || clock < run.from) return null
  let low = 0
  let high = run.structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const struct = run.structs[middle]
    if (struct && struct.id.clock <= clock) low = middle
    else high = middle - 1
  }
  const struct = run.structs[low]
  return struct instanceof Y.Item && clock < struct.id.clock + struct.length ? struct : null
}
