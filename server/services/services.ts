import type { AgreementServices } from './agreement/agreement-services'
import type { DiscussionServices } from './discussion/discussion-services'
import type { ExportsServices } from './exports/exports-services'
import type { FilesServices } from './files/files-services'
import type { GlossaryServices } from './glossary/glossary-services'
import type { GuestsServices } from './guests/guests-services'
import type { HistoryServices } from './history/history-services'
import type { ImportingServices } from './importing/importing-services'
import type { MetricsServices } from './metrics/metrics-services'
import type { RegistersServices } from './registers/registers-services'
import type { SignInServices } from './sign-in/sign-in-services'
import type { SourcesServices } from './sources/sources-services'
import type { StrategiesServices } from './strategies/strategies-services'
import type { SuggestionsServices } from './suggestions/suggestions-services'

/** Everything a route may ask for. Each area adds its own line. */
export interface Services {
  readonly signIn: SignInServices
  readonly strategies: StrategiesServices
  readonly registers: RegistersServices
  readonly metrics: MetricsServices
  readonly discussion: DiscussionServices
  readonly guests: GuestsServices
  readonly suggestions: SuggestionsServices
  readonly agreement: AgreementServices
  readonly exports: ExportsServices
  readonly history: HistoryServices
  readonly importing: ImportingServices
  readonly sources: SourcesServices
  readonly files: FilesServices
  readonly glossary: GlossaryServices
}
