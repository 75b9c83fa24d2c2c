import { CLOSE, SUGGESTING } from './close-codes'
import { feed } from './feed'
import { type InspectedEdit, inspectEdit, isEmpty } from './gate'
import {
  MAX_EARLY_BYTES,
  MAX_EARLY_MESSAGES,
  MAX_PARKED,
  MAX_UPDATE_BYTES,
  MAX_WAITING_BYTES,
  MAX_WAITING_BYTES_PER_ROOM,
} from './limits'
import type { Member } from './member'
import { Outgoing } from './outgoing'
import { type ClientMessage, EMPTY_STEP_2, type StateVector, encodeStep1 } from './protocol'
import type { Room } from './room'
import type { RoomContent } from './room-content'

const STEP_2 = new Outgoing([EMPTY_STEP_2])

type DocumentMessage = Extract<ClientMessage, { type: 'document' }>

/** Brings a socket in: nothing about the document is said before it is loaded. */
export function enterRoom(room: Room, member: Member): void {
  room.members.add(member)
  room.lastUsedAt = room.adapters.now()
  if (member.admission.onlyListens) return
  const here = room.presence.encodeAll()
  if (here) member.send(new Outgoing([here]))
  whenLoaded(room, (content) => askForMissing(content, member))
}

/** One message of the document, in the order they came. */
export function receiveMessage(room: Room, member: Member, message: ClientMessage): void {
  if (room.content && member.early.length === 0 && !member.mustWait) {
    handle(room, room.content, { member, message })
    return
  }
  member.earlyBytes += message.type === 'document' ? message.bytes.length : 0
  if (member.early.length >= MAX_EARLY_MESSAGES || member.earlyBytes > MAX_EARLY_BYTES) {
    member.close(CLOSE.tooFast, 'too many messages before the document was loaded')
    return
  }
  member.early.push(message)
  whenLoaded(room, () => handleEarly(room, member))
}

/** What it sent while something about it was open is looked at now. */
export function resume(room: Room, member: Member): void {
  if (member.early.length > 0) whenLoaded(room, () => handleEarly(room, member))
}

function whenLoaded(room: Room, act: (content: RoomContent) => void): void {
  if (room.content) {
    act(room.content)
    return
  }
  void room.load().then(() => {
    if (room.content) act(room.content)
  })
}

function handleEarly(room: Room, member: Member): void {
  while (room.content && member.early.length > 0 && !member.mustWait) {
    const message = member.early.shift()
    if (message) handle(room, room.content, { member, message })
  }
  if (member.early.length === 0) member.earlyBytes = 0
}

function handle(
  room: Room,
  content: RoomContent,
  { member, message }: { member: Member; message: ClientMessage },
): void {
  if (member.isClosed) return
  if (message.type === 'step1') answerStep1(room, member, message.stateVector)
  if (message.type === 'document') receiveDocument(room, content, { member, message })
}

/** Step 2 goes last, because it is what a client takes for "you have everything". */
function answerStep1(room: Room, member: Member, theirs: StateVector): void {
  const { content } = room
  if (!content) return
  member.follows = true
  feed(room, member, { pieces: [...content.answer(theirs), STEP_2], after: content.head })
}

function askForMissing(content: RoomContent, member: Member): void {
  member.awaitsAnswer = true
  member.send(new Outgoing([encodeStep1(content.stateVector)]))
}

function receiveDocument(
  room: Room,
  content: RoomContent,
  { member, message }: { member: Member; message: DocumentMessage },
): void {
  room.lastUsedAt = room.adapters.now()
  const number = member.saved.take()
  if (message.bytes.length > MAX_UPDATE_BYTES) {
    member.close(CLOSE.tooLarge, 'the edit is too large')
    return
  }
  if (message.answersStep1 && content.repeats(message.bytes)) {
    enqueueNothing(room, member, number)
    takeParked(room, content, member)
    return
  }
  // A copy: the frame's own memory belongs to the socket's buffer.
  const inspected = inspectEdit(Buffer.from(message.bytes), room.adapters.extraRoots)
  if (typeof inspected === 'string') {
    member.close(CLOSE.malformed, inspected)
    return
  }
  const received = { member, update: inspected, number, isAnswer: message.answersStep1 }
  if (isInOwnName(room, content, received)) proceed(room, content, received)
  else hold(room, content, received)
}

function isInOwnName(
  room: Room,
  content: RoomContent,
  { member, update }: ReceivedUpdate,
): boolean {
  const { mayWrite, admission } = member
  const author = { personId: admission.actor.personId, update, known: content.stateVector }
  return !mayWrite || room.owners.isOwn(author)
}

/** Asks whose the names are that it writes in; meanwhile nothing else of this socket is looked at. */
function hold(room: Room, content: RoomContent, received: ReceivedUpdate): void {
  const { member, update } = received
  const { personId } = member.admission.actor
  member.isHeld = true
  room.waitingEdits += 1
  room.owners
    .claim({ personId, update, known: content.stateVector })
    .then(async (whose) => {
      if (whose === 'foreign') return refuseForeign(room, member)
      await member.certainty
      member.isHeld = false
      whenLoaded(room, (content) => {
        if (!member.isClosed) proceed(room, content, received)
        handleEarly(room, member)
      })
    })
    .catch(() => member.close(CLOSE.restarting, 'the database is away'))
    .finally(() => (room.waitingEdits -= 1))
}

/** What another person wrote may come back from a client that saw it at a node we have not heard from yet. */
async function refuseForeign(room: Room, member: Member): Promise<void> {
  const later = await room.adapters.log.readAfter(room.documentId, room.head)
  if (later.length > 0) {
    // The document is read again for whoever comes next.
    if (room.waitingEdits === 1) room.content = null
    member.close(CLOSE.restarting, 'connect again')
  } else member.close(CLOSE.malformed, 'this edit is in the name of somebody else')
}

function proceed(room: Room, content: RoomContent, received: ReceivedUpdate): void {
  takeUpdate(room, content, received)
  if (received.isAnswer) takeParked(room, content, received.member)
}

interface ReceivedUpdate {
  readonly member: Member
  readonly update: InspectedEdit
  readonly number: number
  readonly isAnswer: boolean
}

function takeUpdate(room: Room, content: RoomContent, received: ReceivedUpdate): void {
  const { member, update, number, isAnswer } = received
  const verdict = isEmpty(update) ? 'nothing' : content.judge(update)
  if (verdict === 'nothing') {
    if (isAnswer) content.noteRepeated(update.bytes)
    enqueueNothing(room, member, number)
    return
  }
  if (refuses(room, content, received)) return
  if (verdict === 'gap') {
    park(content, received)
    return
  }
  if (!room.depths.take(update.places)) {
    member.close(CLOSE.malformed, 'nested too deeply')
    return
  }
  const stored = isAnswer ? content.trim(update) : update
  room.enqueue({
    bytes: stored.bytes,
    personId: member.admission.actor.personId,
    update: stored,
    member,
    number,
  })
}

/** It repeats what is stored, or what is on its way: confirmed when that is. */
function enqueueNothing(room: Room, member: Member, number: number): void {
  if (room.waitingEdits === 0) {
    member.saved.settle(number)
    member.tellSaved()
    return
  }
  const { personId } = member.admission.actor
  room.enqueue({ bytes: null, personId, update: null, member, number })
}

function refuses(room: Room, content: RoomContent, { member, update }: ReceivedUpdate): boolean {
  if (member.admission.isFrozen) member.close(CLOSE.replaced, 'the document is frozen')
  else if (member.isSuggesting) member.close(CLOSE.suggesting, SUGGESTING)
  else if (!member.mayWrite) member.close(CLOSE.mayNot, 'you may read but not edit')
  else if (content.isDamaged) refuseOverHole(room, member)
  else if (content.wouldErase(update, room.presence.clientOf(member)))
    member.close(CLOSE.mayNot, 'one edit may not remove most of the document')
  else if (content.wouldOverflow(update)) member.close(CLOSE.tooLarge, 'this strategy is full')
  else if (room.adapters.log.isFull?.()) member.close(CLOSE.restarting, 'no space')
  else if (isFull(room, update.bytes.length)) member.close(CLOSE.restarting, 'the database is away')
  return member.isClosed
}

/** The bytes go too: whoever comes next finds out whether the operator has repaired them. */
function refuseOverHole(room: Room, member: Member): void {
  room.content = null
  member.close(CLOSE.restarting, 'this document cannot be saved at the moment')
}

function isFull({ waitingBytes, adapters }: Room, more: number): boolean {
  return (
    waitingBytes + more > MAX_WAITING_BYTES_PER_ROOM ||
    adapters.queue.waitingBytes + more > MAX_WAITING_BYTES
  )
}

/**
 * A client that typed offline may send its next keystroke before its answer to our step 1. That keystroke waits for
 * the answer; when the answer does not close the gap either, the client and the server do not speak of the same document.
 */
function park(content: RoomContent, { member, update, number, isAnswer }: ReceivedUpdate): void {
  if (isAnswer || isParkFull(member, update.bytes.length)) {
    member.close(CLOSE.malformed, 'an earlier edit is missing')
    return
  }
  member.parked.push({ update, number })
  if (!member.awaitsAnswer) askForMissing(content, member)
}

function isParkFull({ parked }: Member, more: number): boolean {
  const bytes = parked.reduce((sum, { update }) => sum + update.bytes.length, more)
  return parked.length >= MAX_PARKED || bytes > MAX_EARLY_BYTES
}

function takeParked(room: Room, content: RoomContent, member: Member): void {
  member.awaitsAnswer = false
  for (const { update, number } of member.parked.splice(0)) {
    if (member.isClosed) return
    if (content.judge(update) === 'gap') member.close(CLOSE.malformed, 'an earlier edit is missing')
    else takeUpdate(room, content, { member, update, number, isAnswer: false })
  }
}
