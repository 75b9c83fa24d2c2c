import type { Provider } from '@lexical/yjs'
import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { withOrganisations } from './with-organisations'

describe('who stands beside a caret', () => {
  it('[LV41] is named with the organisation, and as before where there is none', () => {
    const awareness = new Awareness(new Y.Doc())
    const provider = { awareness } as unknown as Provider
    const named = withOrganisations(provider)
    const read = () => [...named.awareness.getStates().values()].map(({ name }) => name)
    awareness.setLocalState({ name: 'Ann', user: { organisation: 'Vale ICB' } })
    expect(read()).toEqual(['Ann, Vale ICB'])
    awareness.setLocalState({ name: 'Ann', user: { organisation: 7 } })
    expect(read()).toEqual(['Ann'])
    expect([...provider.awareness.getStates().values()].map(({ name }) => name)).toEqual(['Ann'])
    awareness.destroy()
  })
})
