import type { Registers } from '../../domain/links/registers'
import { describeLatest } from '../../domain/links/resolve-links'
import { type Outcome, done, refuse } from '../../domain/outcome/outcome'
import { readNumberAt, readTextAt } from '../../domain/outcome/read-json'
import { type Answered, sendFile, sendForm } from '../../features/editor/dialogs/send'
import type { SourceChoice, WritingServices } from '../../features/editor/writing-services'

type Sent = Omit<WritingServices, 'renderSharedText'>

/** The dialogs' questions as requests, and the registers as choices. */
export function createWritingServices(strategyId: string, registers: Registers): Sent {
  const base = `/strategies/${encodeURIComponent(strategyId)}`
  return {
    sources: (registers.sources ?? []).map(asChoice),
    metrics: registers.metrics.map((metric) => ({
      id: metric.id,
      name: metric.plainTitle || metric.title,
      detail: [metric.code, describeLatest(metric.latest, metric)].filter(Boolean).join(' · '),
    })),
    addSource: async (source) => {
      const answer = await sendForm(`${base}/sources`, { ...source })
      return read(answer, readSource)
    },
    uploadPicture: async (file, onProgress) => {
      const body = new FormData()
      body.append('file', file, file.name || 'picture')
      const answer = await sendFile({ url: `${base}/files`, body, onProgress })
      return read(answer, (value) => readTextAt(value, 'id') || fail())
    },
    readWordFile: async (file, onProgress) => {
      const answer = await sendFile({ url: `${base}/word-file`, body: file, onProgress })
      return read(answer, (value) => ({
        html: readTextAt(value, 'html') ?? fail(),
        comments: readNumberAt(value, 'comments') ?? 0,
        deletions: readNumberAt(value, 'deletions') ?? 0,
      }))
    },
  }
}

function read<T>(answer: Answered, parse: (value: unknown) => T): Outcome<T> {
  if (!answer.ok) return answer
  try {
    return done(parse(answer.value))
  } catch {
    // An answer of another build: the dialog says so and keeps what was typed.
    return refuse('unavailable', 'The server has changed meanwhile. Reload the page and try again.')
  }
}

function readSource(value: unknown): SourceChoice {
  return asChoice({
    id: readTextAt(value, 'id') ?? fail(),
    title: readTextAt(value, 'title') ?? fail(),
    authors: readTextAt(value, 'authors') ?? '',
    publisher: readTextAt(value, 'publisher') ?? '',
    year: readNumberAt(value, 'year'),
  })
}

function fail(): never {
  throw new Error('The server answered something else than it was asked for.')
}

type Source = NonNullable<Registers['sources']>[number]

function asChoice(
  source: Pick<Source, 'id' | 'title' | 'authors' | 'publisher' | 'year'>,
): SourceChoice {
  const { id, title, authors, publisher, year } = source
  const detail = [authors || publisher, year === null ? '' : String(year)].filter(Boolean)
  return { id, title, detail: detail.join(', ') }
}
