import * as Y from 'yjs'
import type { Actor } from '../../../app/domain/access/actor'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import { canonicaliseEdition } from '../../../app/domain/signoff/canonical-edition'
import { checkLabel, type EditionKind } from '../../../app/domain/signoff/edition-label'
import { parseChangeNote } from '../../../app/domain/signoff/parse-sign-off'
import { phasesSkipped } from '../../../app/domain/signoff/phases'
import { checkReadiness } from '../../../app/domain/signoff/readiness'
import { isApprovingBody } from '../../../app/domain/signoff/sign-off'
import { applyUpdates } from '../../../app/document/apply-updates'
import { readStrategy } from '../../../app/document/read'
import type { AgreementAdapters, FrozenDocument } from './agreement-store'
import { fillEdition } from './build-edition-content'
import { chooseEditionLabels } from './choose-edition-labels'
import { hashEdition } from './hash-edition'
import { type StepSituation, takeStep } from './take-step'
import { tellSignatories } from './tell-signatories'

export interface SubmitInput {
  readonly strategyId: string
  readonly changeNote: unknown
  /** Major or minor; major when nothing is said. */
  readonly kind?: unknown
}

export interface SubmittedEdition {
  readonly number: number
  readonly label: string
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
      if (!changeNote.ok) return changeNote
      const kind = input.kind === 'minor' ? 'minor' : 'major'
      return freezeEdition(adapters, situation, { kind, changeNote: changeNote.value })
    },
  })
  if (outcome.ok) {
    adapters.notices.freeze(strategyId)
    adapters.notices.changed(strategyId, 'state')
  }
  return outcome
}

async function freezeEdition(
  { newId }: AgreementAdapters,
  { tx, actor, at, editions }: StepSituation,
  { kind, changeNote }: { readonly kind: EditionKind; readonly changeNote: string },
): Promise<Outcome<SubmittedEdition>> {
  const { facts } = tx
  const number = (editions[0]?.number ?? 0) + 1
  const frozen = await tx.freezeDocument(at)
  const { content, state } = readFrozen(frozen)
  const edition = await fillEdition(tx, facts, { content, edition: number })
  const bodies = await tx.listBodies(facts.partnershipId)
  const { stops } = checkReadiness(edition, bodies.some(isApprovingBody))
  if (stops.length > 0) return refuse('invalid', `${stops.join(' ')} Nothing was changed.`)
  const labels = await chooseEditionLabels(tx, { editions, content: edition.content })
  const label = checkLabel(kind, labels, changeNote)
  if (!label.ok) return label
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
    label: label.value,
    changeNote,
    submittedFrom: facts.phase,
    submittedById: actor.personId,
    submittedAt: at,
  })
  await tx.setStrategyState('submitted')
  const who = { personId: actor.personId, at }
  if (facts.suggestingOnly) {
    const reason = `Submitted as edition ${number}.`
    await tx.setSuggestingOnly({ ...who, id: newId(), suggestingOnly: false, reason })
  }
  const submission = { strategy: facts, number, label: label.value, submittedBy: actor }
  await tx.tell(tellSignatories(await tx.listSignatories(), submission), at)
  const data = {
    strategyId: facts.id,
    number,
    hash,
    documentSeq: frozen.head.toString(),
    label: label.value,
    submittedFrom: facts.phase,
    skipped: phasesSkipped(facts.phase).join(' '),
  }
  await tx.audit({ at, actorId: actor.personId, action: 'edition.submitted', subject: id, data })
  return done({ number, label: label.value, hash })
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
