import * as Y from 'yjs'
import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { canonicaliseEdition } from '../../../app/domain/signoff/canonical-edition'
import { parseChangeNote } from '../../../app/domain/signoff/parse-sign-off'
import { checkReadiness } from '../../../app/domain/signoff/readiness'
import { isApprovingBody } from '../../../app/domain/signoff/sign-off'
import { applyUpdates } from '../../../app/document/apply-updates'
import { readStrategy } from '../../../app/document/read'
import type { AgreementAdapters, FrozenDocument } from './agreement-store'
import { fillEdition } from './build-edition-content'
import { hashEdition } from './hash-edition'
import { type StepSituation, takeStep } from './take-step'
import { tellSignatories } from './tell-signatories'

export interface SubmitInput {
  readonly strategyId: string
  readonly changeNote: unknown
}

export interface SubmittedEdition {
  readonly number: number
  readonly hash: string
}

/**
 * Freezes the text and makes an edition of it, in one transaction: after a crash either both have happened or neither.
 * Updates committed before the freeze are in the edition; the others are refused.
 */
export async function submitEdition(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: SubmitInput,
): Promise<Outcome<SubmittedEdition>> {
  const { strategyId } = input
  const outcome = await takeStep(adapters, actor, {
    strategyId,
    right: 'submit',
    step: 'submit',
    work: async (situation) => {
      const changeNote = parseChangeNote(input.changeNote)
      return changeNote.ok ? freezeEdition(adapters, situation, changeNote.value) : changeNote
    },
  })
  if (outcome.ok) {
    adapters.notices.freeze(strategyId)
    adapters.notices.changed(strategyId, 'state')
  }
  return outcome
}

async function freezeEdition(
  { newId, baseUrl }: AgreementAdapters,
  { tx, actor, at, editions }: StepSituation,
  changeNote: string,
): Promise<Outcome<SubmittedEdition>> {
  const { facts } = tx
  const number = (editions[0]?.number ?? 0) + 1
  const frozen = await tx.freezeDocument(at)
  const { content, state } = readFrozen(frozen)
  const edition = await fillEdition(tx, facts, { content, edition: number })
  const bodies = await tx.listBodies(facts.partnershipId)
  const { stops } = checkReadiness(edition, bodies.some(isApprovingBody))
  if (stops.length > 0) return refuse('invalid', `${stops.join(' ')} Nothing was changed.`)
  const canonical = canonicaliseEdition(edition)
  const hash = hashEdition(canonical)
  const id = newId()
  await tx.insertEdition({
    id,
    strategyId: facts.id,
    number,
    content: canonical,
    hash,
    documentId: facts.documentId,
    documentSeq: frozen.head,
    documentState: state,
    changeNote,
    submittedById: actor.personId,
    submittedAt: at,
  })
  await tx.setStrategyState('submitted')
  const submission = { strategy: facts, number, submittedBy: actor, baseUrl }
  await tx.keepMail(tellSignatories(await tx.listSignatories(), submission), at)
  const data = { strategyId: facts.id, number, hash, documentSeq: frozen.head.toString() }
  await tx.audit({ at, actorId: actor.personId, action: 'edition.submitted', subject: id, data })
  return done({ number, hash })
}

/** The text the log says, and the bytes from which it can be read again. */
function readFrozen(frozen: FrozenDocument) {
  checkComplete(frozen)
  const doc = new Y.Doc({ gc: true })
  try {
    applyUpdates(doc, [...(frozen.snapshot?.parts ?? []), ...frozen.tail.map(({ bytes }) => bytes)])
    return { content: readStrategy(doc), state: Y.encodeStateAsUpdate(doc) }
  } finally {
    doc.destroy()
  }
}

/** Sequences have no gaps; an edition of half a log would prove a text nobody wrote. */
function checkComplete({ head, snapshot, tail }: FrozenDocument): void {
  const start = snapshot?.seq ?? 0n
  const isComplete =
    BigInt(tail.length) === head - start &&
    tail.every(({ seq }, index) => seq === start + BigInt(index) + 1n)
  if (!isComplete) throw new Error(`The log of the document is incomplete up to ${head}.`)
}
