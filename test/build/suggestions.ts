import { randomUUID } from 'node:crypto'
import { createDocumentReader } from '../../server/collaboration/document-reader'
import type { Database } from '../../server/persistence/database'
import { createRegistersStore } from '../../server/persistence/registers'
import { createSuggestionStore } from '../../server/persistence/suggestions'
import { createUpdateLog } from '../../server/persistence/update-log'
import type { DocumentWriter } from '../../server/services/documents'
import { createSuggestionsServices } from '../../server/services/suggestions/suggestions-services'

/** The suggestions of strategies over a real database and a live server. */
export function openSuggestionsOf(db: Database, writer: DocumentWriter) {
  return createSuggestionsServices({
    suggestions: createSuggestionStore(db),
    documents: createDocumentReader(createUpdateLog(db)),
    writer,
    registers: createRegistersStore(db),
    notices: { changed: () => undefined, freeze: () => undefined },
    now: () => new Date(),
    newId: randomUUID,
  })
}
