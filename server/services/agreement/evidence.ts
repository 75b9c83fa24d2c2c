import { createHash } from 'node:crypto'
import type { Actor } from '../../../app/domain/access/actor'
import { NOT_FOUND } from '../../../app/domain/access/rights'
import {
  type EvidenceFacts,
  identifyEvidence,
  LARGEST_EVIDENCE,
} from '../../../app/domain/files/evidence-type'
import { type Outcome, done, refuse } from '../../../app/domain/outcome/outcome'
import type { AgreementAdapters, AgreementTransaction, NewEvidence } from './agreement-store'
import { findAgreed } from './take-step'

/** A file as it was sent. */
export interface SentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export const MOST_FILES = 5
const MOST_PER_SIGN_OFF = 20

type Judged = EvidenceFacts & SentFile & { readonly sha256: string }

/** PDF, Word or a picture by its own bytes, of at most 5 MB each (SPEC.md SO48). */
export function judgeFiles(files: readonly SentFile[]): Outcome<readonly Judged[]> {
  if (files.length > MOST_FILES) return refuseFile(`Send ${MOST_FILES} files at most at once.`)
  const judged: Judged[] = []
  for (const { name, bytes } of files) {
    const shown = cleanName(name)
    if (bytes.byteLength > LARGEST_EVIDENCE)
      return refuseFile(`“${shown}” is larger than 5 MB. Make it smaller first.`)
    const facts = identifyEvidence(bytes)
    if (!facts) return refuseFile(`“${shown}” is not a PDF, a Word document (.docx) or a picture.`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    judged.push({ ...facts, name: shown, bytes, sha256 })
  }
  return done(judged)
}

function refuseFile(message: string): Outcome<never> {
  return refuse('invalid', `${message} Nothing was recorded.`, { evidence: message })
}

function cleanName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Surrogate}]+/gu, ' ').trim()
  return clean.slice(-200) || 'File'
}

interface About {
  readonly signOffId: string
  readonly personId: string
  readonly at: Date
  readonly newId: () => string
}

/** In the transaction of what they prove; the same bytes are stored once. */
export async function keepFiles(
  tx: AgreementTransaction,
  files: readonly Judged[],
  { newId, ...about }: About,
): Promise<void> {
  for (const file of files) {
    const evidence: NewEvidence = { ...about, ...file, id: newId(), fileId: newId() }
    await tx.addEvidence(evidence)
  }
}

/** What the audit says of them: each hash, in order. */
export function listHashes(files: readonly Judged[]): string {
  return files.map(({ sha256 }) => sha256).join(' ')
}

export interface EvidenceInput {
  readonly strategyId: string
  readonly signOffId: string
  readonly files: readonly SentFile[]
}

/** Adds files to a sign-off that was recorded before, by somebody who signs for its body (SPEC.md SO49). */
export async function addEvidence(
  adapters: AgreementAdapters,
  actor: Actor | null,
  { strategyId, signOffId, files }: EvidenceInput,
): Promise<Outcome<void>> {
  const found = await findAgreed(adapters.agreement, actor, { strategyId, right: 'sign_off' })
  if (!found.ok) return found
  const { personId, signatoryOf } = found.value.actor
  const judged = judgeFiles(files)
  if (!judged.ok) return judged
  if (judged.value.length === 0) return refuseFile('Choose a file first.')
  const outcome = await adapters.agreement.transact(strategyId, async (tx) => {
    const signOff = await findSignOff(tx, signOffId)
    if (!signOff) return refuse('not_found', NOT_FOUND)
    if (!signatoryOf.includes(signOff.bodyId))
      return refuse('forbidden', 'You are not a signatory of this body, so nothing was added.')
    if (signOff.evidence.length + judged.value.length > MOST_PER_SIGN_OFF)
      return refuseFile(`A sign-off has ${MOST_PER_SIGN_OFF} files at most.`)
    const at = adapters.now()
    await keepFiles(tx, judged.value, { signOffId, personId, at, newId: adapters.newId })
    await tx.audit({
      at,
      actorId: personId,
      action: 'sign_off.evidence_added',
      subject: signOffId,
      data: { strategyId, sha256: listHashes(judged.value) },
    })
    return done(undefined)
  })
  if (outcome?.ok) adapters.notices.changed(strategyId, 'editions')
  return outcome ?? refuse('not_found', NOT_FOUND)
}

async function findSignOff(tx: AgreementTransaction, signOffId: string) {
  for (const { id } of await tx.listEditions(tx.facts.id)) {
    const found = (await tx.listSignOffs(id)).find((signOff) => signOff.id === signOffId)
    if (found) return found
  }
  return null
}
