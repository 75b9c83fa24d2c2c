// A worker thread does not inherit the TypeScript loader, so it is registered here first.
import { tsImport } from 'tsx/esm/api'

await tsImport('./history-worker.ts', import.meta.url)
