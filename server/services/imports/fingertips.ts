import type { Outcome } from '../../../app/domain/outcome/outcome'

/** Where values are fetched from. */
export interface FingertipsSource {
  /** As a file; takes minutes. */
  fetchIndicator(sourceId: string): Promise<Outcome<Uint8Array>>
}
