import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { has, mayDo, NOT_FOUND, type Right } from '../../../app/domain/access/rights'
import { compareWords, type WordSegment } from '../../../app/domain/diff/compare-words'
import type { Telling } from '../../../app/domain/notices/telling'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import {
  checkAnswering,
  parseVisionAnswer,
  parseVisionNote,
  readVisionWords,
  remindersFor,
  type VisionRequest,
} from '../../../app/domain/vision-confirmation/vision-confirmation'
import { readStrategy } from '../../../app/document/read'
import type { DocumentReader, LiveNotices } from '../documents'
import type { VisionMember, VisionStore, VisionStrategy } from './vision-store'

export interface VisionAdapters {
  readonly vision: VisionStore
  readonly documents: DocumentReader
  readonly notices: LiveNotices
  readonly now: () => Date
  readonly newId: () => string
}

/** Everything the page shows. */
export interface VisionView {
  readonly strategyId: string
  /** As they stand now; null: there is no vision in the text. */
  readonly words: string | null
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** Newest first; each with how its words became those of now, null where they are the same. */
  readonly requests: readonly (VisionRequest & {
    readonly changed: readonly WordSegment[] | null
  })[]
  readonly mayAsk: boolean
  /** For whom this person would answer the open request; null: for nobody. */
  readonly answersFor: string | null
}

export function createVisionServices(adapters: VisionAdapters) {
  return {
    read: (actor: Actor | null, strategyId: string) => readVision(adapters, actor, strategyId),
    ask: (actor: Actor | null, input: AskInput) => askForVision(adapters, actor, input),
    answer: (actor: Actor | null, input: AnswerInput) => answerVision(adapters, actor, input),
    close: (actor: Actor | null, input: CloseInput) => closeRequest(adapters, actor, input),
    remind: () => remindOrganisations(adapters),
  }
}

export type VisionServices = ReturnType<typeof createVisionServices>

async function findStrategy(
  { vision }: Pick<VisionAdapters, 'vision'>,
  actor: Actor | null,
  asked: { readonly strategyId: string; readonly right: Right },
): Promise<Outcome<{ actor: Actor; strategy: VisionStrategy }>> {
  const strategy = await vision.findStrategy(asked.strategyId)
  if (!strategy) return refuse('not_found', NOT_FOUND)
  const allowed = mayDo(actor, asked.right, strategy)
  return allowed.ok ? done({ actor: allowed.value, strategy }) : allowed
}

async function readWords(
  { documents }: Pick<VisionAdapters, 'documents'>,
  { documentId }: VisionStrategy,
): Promise<string | null> {
  const { doc } = await documents.read(documentId)
  try {
    return readVisionWords(readStrategy(doc))
  } finally {
    doc.destroy()
  }
}

async function readVision(
  adapters: VisionAdapters,
  actor: Actor | null,
  strategyId: string,
): Promise<Outcome<VisionView>> {
  const found = await findStrategy(adapters, actor, { strategyId, right: 'read' })
  if (!found.ok) return found
  const { strategy } = found.value
  const [words, organisations, requests] = await Promise.all([
    readWords(adapters, strategy),
    adapters.vision.listOrganisations(strategy.partnershipId),
    adapters.vision.listRequests(strategyId),
  ])
  const { organisationId } = found.value.actor
  const [newest] = requests
  const mayAnswer = has(found.value.actor, 'comment', strategy) && newest !== undefined
  return done({
    strategyId,
    words,
    organisations,
    requests: requests.map((request) => ({
      ...request,
      changed: request.words === words ? null : compareWords(request.words, words ?? ''),
    })),
    mayAsk: has(found.value.actor, 'ask_vision', strategy),
    answersFor: mayAnswer && checkAnswering(newest, organisationId).ok ? organisationId : null,
  })
}

export interface AskInput {
  readonly strategyId: string
  /** Empty: all of them. */
  readonly organisationIds: readonly string[]
  readonly note: unknown
}

/** Asks about the words as they stand, and closes what was asked before (SPEC.md VC1, VC2, VC7). */
async function askForVision(
  adapters: VisionAdapters,
  actor: Actor | null,
  { strategyId, organisationIds, note: typed }: AskInput,
): Promise<Outcome<{ requestId: string }>> {
  const found = await findStrategy(adapters, actor, { strategyId, right: 'ask_vision' })
  if (!found.ok) return found
  const note = parseVisionNote(typed)
  if (!note.ok) return note
  const { strategy } = found.value
  const words = await readWords(adapters, strategy)
  if (words === null)
    return refuse(
      'conflict',
      'There is no vision in the text yet. Nobody was asked: write it first.',
    )
  const all = await adapters.vision.listOrganisations(strategy.partnershipId)
  const chosen = all.filter(
    ({ id }) => organisationIds.length === 0 || organisationIds.includes(id),
  )
  if (chosen.length === 0)
    return refuse('invalid', 'Choose the organisations to ask. Nobody was asked.')
  const requestId = adapters.newId()
  const ids = chosen.map(({ id }) => id)
  const members = await adapters.vision.listMembers(ids)
  const { personId } = found.value.actor
  await adapters.vision.insertRequest({
    id: requestId,
    strategyId,
    words,
    wordsHash: createHash('sha256').update(words).digest('hex'),
    note: note.value,
    askedById: personId,
    at: adapters.now(),
    organisationIds: ids,
    tellings: members
      .filter((member) => member.personId !== personId)
      .flatMap((member) => tellMember(found.value, member, {})),
  })
  adapters.notices.changed(strategyId, 'state')
  return done({ requestId })
}

/** Whoever may comment may answer (SPEC.md VC8). */
function tellMember(
  { actor, strategy }: { readonly actor: Actor; readonly strategy: VisionStrategy },
  { personId, role }: VisionMember,
  { onceKey }: { readonly onceKey?: string },
): Telling[] {
  if (!has({ ...actor, role }, 'comment', strategy)) return []
  const about = `Your organisation is asked to confirm the vision of ${strategy.title}`
  const sentences = [
    'Read the exact words and say whether your organisation confirms them. One answer counts for all of you; it can be changed until the request is closed.',
  ]
  const path = `/strategies/${strategy.id}/vision`
  const telling = { personId, strategyId: strategy.id, about, sentences, path }
  return [{ ...telling, kind: 'confirmation_asked', ...(onceKey ? { onceKey } : {}) }]
}

export interface AnswerInput {
  readonly strategyId: string
  readonly requestId: string
  readonly fields: Readonly<Record<string, unknown>>
}

async function answerVision(
  adapters: VisionAdapters,
  actor: Actor | null,
  { strategyId, requestId, fields }: AnswerInput,
): Promise<Outcome<void>> {
  const found = await findStrategy(adapters, actor, { strategyId, right: 'comment' })
  if (!found.ok) return found
  const form = parseVisionAnswer(fields)
  if (!form.ok) return form
  const { personId, organisationId } = found.value.actor
  const outcome = await adapters.vision.answer({ strategyId, requestId }, (request) => {
    const open = checkAnswering(request, organisationId)
    if (!open.ok) return open
    const id = adapters.newId()
    return done({ ...form.value, id, organisationId, personId, at: adapters.now() })
  })
  if (outcome?.ok) adapters.notices.changed(strategyId, 'state')
  return outcome ?? refuse('not_found', NOT_FOUND)
}

export interface CloseInput {
  readonly strategyId: string
  readonly requestId: string
}

async function closeRequest(
  adapters: VisionAdapters,
  actor: Actor | null,
  { strategyId, requestId }: CloseInput,
): Promise<Outcome<void>> {
  const found = await findStrategy(adapters, actor, { strategyId, right: 'ask_vision' })
  if (!found.ok) return found
  const { personId } = found.value.actor
  const closing = { strategyId, requestId, personId, at: adapters.now() }
  if (!(await adapters.vision.close(closing)))
    return refuse('conflict', 'This request is closed already. Nothing was changed.')
  adapters.notices.changed(strategyId, 'state')
  return done(undefined)
}

/** Called from time to time: each reminder is kept once, however often (SPEC.md VC8). */
async function remindOrganisations(adapters: VisionAdapters): Promise<number> {
  const now = adapters.now()
  const open = await adapters.vision.listOpen()
  let told = 0
  for (const { strategy, request } of open) {
    const due = remindersFor(request, now)
    const members = await adapters.vision.listMembers(due.map((one) => one.organisationId))
    const tellings = members.flatMap((member) => {
      const onceKey = due.find((one) => one.organisationId === member.organisationId)?.onceKey ?? ''
      return tellMember({ actor: actorOf(strategy, member), strategy }, member, { onceKey })
    })
    await adapters.vision.tell(tellings, now)
    told += tellings.length
  }
  return told
}

/** Only role and partnership matter where a right is asked about. */
function actorOf(
  { partnershipId }: VisionStrategy,
  { personId, role, organisationId }: VisionMember,
) {
  const names = { name: '', email: '', partnershipName: '', organisationName: '' }
  return { ...names, personId, role, partnershipId, organisationId, signatoryOf: [] }
}
