import { fileURLToPath } from 'node:url'

export const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url))
export const HERE = fileURLToPath(new URL('../', import.meta.url))
export const PEERS_FOLDER = `${HERE}peers`
/** Results, logs and the test documents. */
export const CACHE_FOLDER = `${REPOSITORY}.cache/bench`
