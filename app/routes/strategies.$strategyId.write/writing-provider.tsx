import { useParams } from '@remix-run/react'
import { type ReactNode, useMemo } from 'react'
import type { Registers } from '../../domain/links/registers'
import { SharedTextArea } from '../../features/blocks/shared-text-area'
import {
  WritingServicesContext,
  type WritingServices,
} from '../../features/editor/writing-services'
import { createWritingServices } from './create-writing-services'
import { useRefresh } from '../../ui/use-refresh'

interface WritingProviderProps {
  readonly registers: Registers
  readonly children: ReactNode
}

/** What the editor's dialogs ask the server and the page for. */
export function WritingProvider({ registers, children }: WritingProviderProps) {
  const strategyId = useParams()['strategyId'] ?? ''
  const refresh = useRefresh()
  const sent = useMemo(() => createWritingServices(strategyId, registers), [strategyId, registers])
  const services = useMemo(
    (): WritingServices => ({
      ...sent,
      addSource: async (source) => {
        const added = await sent.addSource(source)
        // The library came with the page: the text shows the new source's name once it comes again.
        if (added.ok) refresh()
        return added
      },
      renderSharedText: (text, label) => (
        <SharedTextArea
          text={text}
          label={label}
          placeholder="Write the footnote"
          look="statement"
        />
      ),
    }),
    [sent, refresh],
  )
  return (
    <WritingServicesContext.Provider value={services}>{children}</WritingServicesContext.Provider>
  )
}
