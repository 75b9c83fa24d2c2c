import type { AgreementTransaction } from './agreement-store'

/** Whoever writes again begins with the first phase (SPEC.md SO38). */
export async function beginDrafting(
  tx: AgreementTransaction,
  change: { readonly id: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  const from = tx.facts.phase
  if (from === 'drafting') return
  await tx.setPhase({ ...change, from, to: 'drafting', note: 'The text was opened again.' })
}
