/** A connection that does not say within this what it wants is ended, however slowly it goes on speaking. */
export const PATIENCE = { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 } as const
