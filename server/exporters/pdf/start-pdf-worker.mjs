// On Node 20 a thread started with `--import tsx` still refuses TypeScript, so the thread loads it through tsx itself.
import { tsImport } from 'tsx/esm/api'

await tsImport('./pdf-worker.ts', import.meta.url)
