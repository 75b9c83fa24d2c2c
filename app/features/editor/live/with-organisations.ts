import type { Provider, UserState } from '@lexical/yjs'

/** The same presence, where what stands beside a caret says for whom that person is here. */
export function withOrganisations(provider: Provider): Provider {
  const { awareness } = provider
  const getStates = () =>
    new Map([...awareness.getStates()].map(([clientId, state]) => [clientId, label(state)]))
  const named: Provider['awareness'] = Object.create(awareness, { getStates: { value: getStates } })
  return Object.create(provider, { awareness: { value: named } }) as Provider
}

function label(state: UserState): UserState {
  const { user } = state as UserState & { user?: { organisation?: unknown } }
  const organisation = user?.organisation
  return typeof organisation === 'string' && organisation !== ''
    ? { ...state, name: `${state.name}, ${organisation}` }
    : state
}
