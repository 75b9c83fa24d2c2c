import { createContext, useContext } from 'react'

/** The nonce of this response's Content-Security-Policy. Browsers hide it from scripts, so it exists on the server only. */
export const NonceContext = createContext<string | undefined>(undefined)

export function useNonce(): string | undefined {
  return useContext(NonceContext)
}
