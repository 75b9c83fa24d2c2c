import { checkAttendance } from '../../../app/domain/signoff/quorum'
import { judgeFiles, keepFiles, listHashes, type SentFile } from './evidence'
import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { EditionSummary } from '../../../app/domain/signoff/agreement'
import { parseSignOffForm, type SignOffForm } from '../../../app/domain/signoff/parse-sign-off'
import { checkSignOff } from '../../../app/domain/signoff/sign-off'
import type { AgreementAdapters, AgreementTransaction } from './agreement-store'
import { tellMembers } from './tell-members'
import { findAgreed } from './take-step'

export interface SignOffInput {
  readonly strategyId: string
  /** Parsed here; fields that are not part of a sign-off are ignored. */
  readonly fields: Readonly<Record<string, unknown>>
  /** What proves it, if anything yet. */
  readonly files?: readonly SentFile[]
}

/** Records what one body says about the edition whose hash was read; the partnership's own yes approves it. */
export async function signOffEdition(
  adapters: AgreementAdapters,
  actor: Actor | null,
  input: SignOffInput,
): Promise<Outcome<{ approved: boolean }>> {
  const { strategyId } = input
  const found = await findAgreed(adapters.agreement, actor, { strategyId, right: 'sign_off' })
  if (!found.ok) return found
  const form = parseSignOffForm(input.fields)
  if (!form.ok) return form
  const files = judgeFiles(input.files ?? [])
  if (!files.ok) return files
  const signing = {
    form: form.value,
    files: files.value,
    newId: adapters.newId,
    actor: found.value.actor,
    id: adapters.newId(),
    at: adapters.now(),
  }
  const outcome = await adapters.agreement.transact(strategyId, (tx) => recordSignOff(tx, signing))
  if (!outcome) return refuse('not_found', NOT_FOUND)
  if (outcome.ok)
    adapters.notices.changed(strategyId, outcome.value.approved ? 'state' : 'editions')
  return outcome
}

interface Signing {
  readonly form: SignOffForm
  readonly files: Parameters<typeof keepFiles>[1]
  readonly newId: () => string
  readonly actor: Actor
  readonly id: string
  readonly at: Date
}

async function recordSignOff(
  tx: AgreementTransaction,
  signing: Signing,
): Promise<Outcome<{ approved: boolean }>> {
  const { form, files, newId, actor, id, at } = signing
  const [edition] = await tx.listEditions(tx.facts.id)
  if (!edition)
    return refuse('conflict', 'There is no edition to sign off yet. Nothing was recorded.')
  const checked = checkSignOff(form, {
    edition,
    bodies: await tx.listBodies(tx.facts.partnershipId),
    signOffs: await tx.listSignOffs(edition.id),
    signatoryOf: actor.signatoryOf,
  })
  if (!checked.ok) return checked
  const { body, approves } = checked.value
  const { verb } = body
  const attended = checkAttendance(body, form)
  if (!attended.ok) return attended
  const inserted = await tx.insertSignOff({
    ...form,
    id,
    editionId: edition.id,
    verb,
    personId: actor.personId,
    at,
  })
  if (!inserted)
    return refuse(
      'conflict',
      `${body.name} has already signed off this edition. Nothing was recorded.`,
    )
  await keepFiles(tx, files, { signOffId: id, personId: actor.personId, at, newId })
  if (approves) await approve(tx, edition, { personId: actor.personId, at })
  const data = {
    strategyId: tx.facts.id,
    hash: edition.hash,
    bodyId: body.id,
    verb,
    result: form.result,
    signOffId: id,
    evidence: listHashes(files),
  }
  await tx.audit({
    at,
    actorId: actor.personId,
    action: 'edition.signed_off',
    subject: edition.id,
    data,
  })
  if (approves) {
    await tx.audit({
      at,
      actorId: actor.personId,
      action: 'edition.approved',
      subject: edition.id,
      data: { strategyId: tx.facts.id, number: edition.number, hash: edition.hash },
    })
  }
  return done({ approved: approves })
}

async function approve(
  tx: AgreementTransaction,
  edition: EditionSummary,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await tx.moveEdition(edition.id, { state: 'approved', at })
  await tx.setStrategyState('approved')
  await tellMembers(tx, { number: edition.number, became: 'approved', personId, at })
}
