import type { EditFor, WriteOutcome } from '../services/documents'
import type { RefusalReason } from './commit-queue'
import { type InspectedEdit, inspectEdit } from './gate'
import type { Room } from './room'
import type { RoomContent } from './room-content'

const MAX_ATTEMPTS = 40
const WAIT_MS = 50

/**
 * An edit the program has worked out for somebody: a restore. It goes the way of every edit, checked, committed, shown,
 * except that it may remove most of a document: whoever asked for it was told so. SPEC.md CO140–CO142.
 */
export async function writeFor(
  room: Room,
  { bytes, personId, isDecision }: EditFor,
): Promise<WriteOutcome> {
  const update = inspectEdit(Buffer.from(bytes), room.adapters.extraRoots)
  if (typeof update === 'string') throw new Error(`an edit of our own was refused: ${update}`)
  // Keeps the room awake until it is done.
  room.waitingEdits += 1
  try {
    if (!(await claim(room, { update, personId }))) return 'unavailable'
  } finally {
    room.waitingEdits -= 1
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const content = await loadContent(room)
    if (!content) return 'unavailable'
    const verdict = content.judge(update)
    if (verdict === 'nothing') return 'nothing'
    if (verdict === 'news') return enqueue(room, content, { update, personId, isDecision })
    // It rests on what another node has committed and this one has not heard of.
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    if (room.isQuiet) room.content = null
  }
  return 'unavailable'
}

interface InspectedFor {
  readonly update: InspectedEdit
  readonly personId: string
  readonly isDecision?: boolean | undefined
}

async function claim(room: Room, { update, personId }: InspectedFor): Promise<boolean> {
  const content = await loadContent(room)
  if (!content) return false
  const whose = await room.owners.claim({ personId, update, known: content.stateVector })
  return whose === 'own'
}

async function loadContent(room: Room): Promise<RoomContent | null> {
  if (!room.content) await room.load()
  return room.content
}

function enqueue(
  room: Room,
  content: RoomContent,
  { update, personId, isDecision = false }: InspectedFor,
): Promise<WriteOutcome> | WriteOutcome {
  if (content.wouldOverflow(update)) return 'full'
  const isStorable = !content.isDamaged && !room.adapters.log.isFull?.()
  if (!isStorable || !room.depths.take(update.places)) return 'unavailable'
  const stored = content.trim(update)
  return new Promise((resolve) => {
    room.enqueue({
      bytes: stored.bytes,
      personId,
      isDecision,
      update: stored,
      member: null,
      number: 0,
      settle: (outcome) => resolve(toOutcome(outcome)),
    })
  })
}

/** In suggesting only a decision is refused when it happened to be stored together with what somebody typed. */
function toOutcome(outcome: 'committed' | RefusalReason): WriteOutcome {
  return outcome === 'committed' || outcome === 'frozen' ? outcome : 'unavailable'
}
