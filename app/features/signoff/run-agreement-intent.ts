import type { AgreementServices } from '../../../server/services/agreement/agreement-services'
import type { Actor } from '../../domain/access/actor'
import { type Outcome, refuse } from '../../domain/outcome/outcome'

type Fields = Readonly<Record<string, FormDataEntryValue>>

interface Asked {
  readonly actor: Actor
  readonly strategyId: string
  readonly form: Fields
  /** Those in the field `evidence`. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

type Run = (agreement: AgreementServices, asked: Asked) => Promise<Outcome<unknown>>

const INTENTS: Readonly<Record<string, Run>> = {
  submit: (agreement, { actor, strategyId, form }) =>
    agreement.submitEdition(actor, {
      strategyId,
      changeNote: form['changeNote'],
      kind: form['kind'],
    }),
  sign_off: (agreement, { actor, strategyId, form, files }) =>
    agreement.signOffEdition(actor, { strategyId, fields: form, files }),
  add_evidence: (agreement, { actor, strategyId, form, files }) =>
    agreement.addEvidence(actor, { strategyId, signOffId: readText(form['signOffId']), files }),
  return_to_drafting: (agreement, asked) =>
    agreement.returnToDrafting(asked.actor, {
      ...aboutEdition(asked),
      reason: asked.form['reason'],
    }),
  publish: (agreement, asked) =>
    agreement.publishEdition(asked.actor, {
      ...aboutEdition(asked),
      isUrgent: asked.form['isUrgent'] === 'yes',
      urgentReason: asked.form['urgentReason'],
    }),
  approve_publication: (agreement, asked) =>
    agreement.approvePublication(asked.actor, aboutEdition(asked)),
  withdraw: (agreement, asked) =>
    agreement.withdrawEdition(asked.actor, {
      ...aboutEdition(asked),
      reason: asked.form['reason'],
    }),
  start_next_draft: (agreement, { actor, strategyId }) =>
    agreement.startNextDraft(actor, strategyId),
  change_phase: (agreement, { actor, strategyId, form }) =>
    agreement.changePhase(actor, { strategyId, to: form['to'], note: form['note'] }),
  suggest_only: (agreement, asked) => setSuggestingOnly(agreement, asked, true),
  open_writing: (agreement, asked) => setSuggestingOnly(agreement, asked, false),
}

/** What the forms of the agreement page ask for. */
export function runAgreementIntent(
  agreement: AgreementServices,
  asked: Asked,
): Promise<Outcome<unknown>> {
  const intent = readText(asked.form['intent'])
  const run = Object.hasOwn(INTENTS, intent) ? INTENTS[intent] : undefined
  if (run) return run(agreement, asked)
  return Promise.resolve(refuse('invalid', 'The page did not say what to do. Nothing was changed.'))
}

function aboutEdition({ strategyId, form }: Asked) {
  return { strategyId, editionHash: readText(form['editionHash']) }
}

function setSuggestingOnly(
  agreement: AgreementServices,
  { actor, strategyId, form }: Asked,
  suggestingOnly: boolean,
): Promise<Outcome<unknown>> {
  return agreement.setSuggestingOnly(actor, { strategyId, suggestingOnly, reason: form['reason'] })
}

export function readText(value: FormDataEntryValue | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** A browser sends an empty file where none was chosen. */
export async function readFiles(form: FormData, name: string) {
  const sent = form.getAll(name).filter((value) => typeof value !== 'string')
  const files = await Promise.all(
    sent.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  return files.filter(({ bytes }) => bytes.byteLength > 0)
}
