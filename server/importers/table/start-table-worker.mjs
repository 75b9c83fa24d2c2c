// A worker thread does not inherit the TypeScript loader, so it is registered here first.
import { tsImport } from 'tsx/esm/api'

await tsImport('./table-worker.ts', import.meta.url)
