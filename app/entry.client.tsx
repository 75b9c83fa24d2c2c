import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ReferenceContext } from './features/shell/reference'

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <ReferenceContext.Provider value={document.body.dataset['reference']}>
        <RemixBrowser />
      </ReferenceContext.Provider>
    </StrictMode>,
  )
})
