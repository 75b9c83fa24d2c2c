import type { AgreementServices } from './agreement/agreement-services'
import type { DecisionsServices } from './decisions/decisions-services'
import type { ChallengesServices } from './challenges/challenges-services'
import type { AnsweringServices } from './answering/answering-services'
import type { AmendmentsServices } from './amendments/amendments-services'
import type { DiscussionServices } from './discussion/discussion-services'
import type { ExportsServices } from './exports/exports-services'
import type { FilesServices } from './files/files-services'
import type { GlossaryServices } from './glossary/glossary-services'
import type { GuestsServices } from './guests/guests-services'
import type { HistoryServices } from './history/history-services'
import type { ImportingServices } from './importing/importing-services'
import type { NoticesServices } from './notices/notices-services'
import type { ImportsServices } from './imports/imports-services'
import type { ComparisonServices } from './comparison/comparison-services'
import type { LibraryServices } from './library/library-services'
import type { MetricSetsServices } from './metric-sets/metric-sets-services'
import type { MetricsServices } from './metrics/metrics-services'
import type { RegistersServices } from './registers/registers-services'
import type { RoundsServices } from './rounds/rounds-services'
import type { SignInServices } from './sign-in/sign-in-services'
import type { SourcesServices } from './sources/sources-services'
import type { StrategiesServices } from './strategies/strategies-services'
import type { TargetsServices } from './targets/targets-services'
import type { VisionServices } from './vision/vision-services'
import type { SuggestionsServices } from './suggestions/suggestions-services'

/** Everything a route may ask for. Each area adds its own line. */
export interface Services {
  readonly signIn: SignInServices
  readonly strategies: StrategiesServices
  readonly registers: RegistersServices
  readonly metrics: MetricsServices
  readonly targets: TargetsServices
  readonly comparison: ComparisonServices
  readonly answering: AnsweringServices
  readonly library: LibraryServices
  readonly metricSets: MetricSetsServices
  readonly discussion: DiscussionServices
  readonly guests: GuestsServices
  readonly rounds: RoundsServices
  readonly challenges: ChallengesServices
  readonly suggestions: SuggestionsServices
  readonly notices: NoticesServices
  readonly amendments: AmendmentsServices
  readonly agreement: AgreementServices
  readonly decisions: DecisionsServices
  readonly exports: ExportsServices
  readonly history: HistoryServices
  readonly importing: ImportingServices
  readonly imports: ImportsServices
  readonly sources: SourcesServices
  readonly files: FilesServices
  readonly glossary: GlossaryServices
  readonly vision: VisionServices
}
