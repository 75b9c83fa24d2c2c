import { type ReactNode, createContext, useContext } from 'react'
import type * as Y from 'yjs'
import { type Outcome, refuse } from '../../domain/outcome/outcome'
import type { SourceForm } from '../../domain/sources/parse-source'

/** A source of the partnership's library, to be cited. */
export interface SourceChoice {
  readonly id: string
  readonly title: string
  /** Who and when: `Office for National Statistics, 2023`. */
  readonly detail: string
}

export type NewSource = Pick<SourceForm, 'title' | 'authors' | 'year' | 'url'>

export interface MetricChoice {
  readonly id: string
  readonly name: string
  readonly detail: string
}

/** A Word document as the server read it: HTML for the paste's own reader, and what it could not bring. */
export interface WordFile {
  readonly html: string
  readonly comments: number
  readonly deletions: number
}

export type OnProgress = (share: number) => void

/** What writing needs from the server and from the page around it; the route gives it. */
export interface WritingServices {
  readonly sources: readonly SourceChoice[]
  readonly metrics: readonly MetricChoice[]
  readonly addSource: (source: NewSource) => Promise<Outcome<SourceChoice>>
  /** Stores a picture; answers its id. */
  readonly uploadPicture: (file: File, onProgress: OnProgress) => Promise<Outcome<string>>
  readonly readWordFile: (file: File, onProgress: OnProgress) => Promise<Outcome<WordFile>>
  /** A field in which several people may type at once. */
  readonly renderSharedText: (text: Y.Text, label: string) => ReactNode
}

const NOT_HERE = refuse('unavailable', 'This is not possible here. Nothing was changed.')

export const WritingServicesContext = createContext<WritingServices>({
  sources: [],
  metrics: [],
  addSource: async () => NOT_HERE,
  uploadPicture: async () => NOT_HERE,
  readWordFile: async () => NOT_HERE,
  renderSharedText: () => null,
})

export function useWritingServices(): WritingServices {
  return useContext(WritingServicesContext)
}
