import { z } from 'zod'
import type { Registers } from '../../domain/links/registers'
import { describeLatest } from '../../domain/links/resolve-links'
import { type Outcome, done } from '../../domain/outcome/outcome'
import { type Answered, sendFile, sendForm } from '../../features/editor/dialogs/send'
import type { SourceChoice, WritingServices } from '../../features/editor/writing-services'

type Sent = Omit<WritingServices, 'renderSharedText'>

const wordSchema = z.object({ html: z.string(), comments: z.number(), deletions: z.number() })
const fileSchema = z.object({ id: z.string().min(1) })
const sourceSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  authors: z.string(),
  publisher: z.string(),
  year: z.number().nullable(),
})
const addedSchema = z.object({ source: sourceSchema })

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
      return read(answer, (value) => asChoice(addedSchema.parse(value).source))
    },
    uploadPicture: async (file, onProgress) => {
      const body = new FormData()
      body.append('file', file, file.name || 'picture')
      const answer = await sendFile({ url: `${base}/files`, body, onProgress })
      return read(answer, (value) => fileSchema.parse(value).id)
    },
    readWordFile: async (file, onProgress) => {
      const answer = await sendFile({ url: `${base}/word-file`, body: file, onProgress })
      return read(answer, (value) => wordSchema.parse(value))
    },
  }
}

function read<T>(answer: Answered, parse: (value: unknown) => T): Outcome<T> {
  return answer.ok ? done(parse(answer.value)) : answer
}

function asChoice(source: z.infer<typeof sourceSchema>): SourceChoice {
  const { id, title, authors, publisher, year } = source
  const detail = [authors || publisher, year === null ? '' : String(year)].filter(Boolean)
  return { id, title, detail: detail.join(', ') }
}
