import { randomUUID } from 'node:crypto'
import { createVersionKeeper } from '../../server/history/version-keeper'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import { renderRoundCsv } from '../../server/exporters/round-report/render-round-csv'
import { renderRoundDocx } from '../../server/exporters/round-report/render-round-docx'
import type { Database } from '../../server/persistence/database'
import { createFileStore } from '../../server/persistence/files'
import { createGuestStore } from '../../server/persistence/guests'
import { createRoundStore } from '../../server/persistence/rounds'
import { createSuggestionStore } from '../../server/persistence/suggestions'
import { createUpdateLog } from '../../server/persistence/update-log'
import { createHistoryStore } from '../../server/persistence/versions'
import { createGuestsServices } from '../../server/services/guests/guests-services'
import { createDiscussionServices } from '../../server/services/discussion/discussion-services'
import { createRoundsServices } from '../../server/services/rounds/rounds-services'
import { createToken } from '../../server/services/sign-in/tokens'
import { openReview } from './agreement'
import { answerHere } from './history'

/** Rounds, guests and comments over one real database, with a clock that tests move. */
export function openRounds(db: Database, clock: { now: Date }) {
  const review = { ...openReview(db), now: () => clock.now }
  const history = createHistoryStore(db)
  const guests = createGuestStore(db)
  const versions = createVersionKeeper({
    store: history,
    documents: createDocumentReader(createUpdateLog(db)),
    thread: answerHere(),
    now: () => clock.now,
    logger: { error: (_fields, message) => { throw new Error(message) } },
  })
  const rounds = createRoundsServices({
    ...review,
    guests,
    history,
    versions,
    rounds: createRoundStore(db),
    suggestions: createSuggestionStore(db),
    roundFiles: { csv: renderRoundCsv, docx: renderRoundDocx },
    newId: randomUUID,
  })
  return {
    rounds,
    discussion: createDiscussionServices(review),
    guests: createGuestsServices({
      ...review,
      guests,
      files: createFileStore(db),
      mailer: { send: async () => undefined },
      baseUrl: 'https://northing.example',
      createToken,
      later: (task) => void task(),
    }),
  }
}

/** Fields of a form, several of one name as a list. */
export function formOf(fields: Record<string, string | readonly string[]>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one)
  return data
}

export const ROUND_FIELDS = {
  title: 'First reading',
  kind: 'review',
  text: 'draft',
  questions: 'Is it clear?\nWhat is missing?',
  'dueOn-day': '20',
  'dueOn-month': '11',
  'dueOn-year': '2026',
  asked: ['organisation:org-icb', 'body:body-hwb-ashmere', 'person:person-reviewer'],
}
