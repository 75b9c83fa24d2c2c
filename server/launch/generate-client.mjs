import { pathToFileURL } from 'node:url'
import { fingerprint, unlessDone } from './fingerprint.mjs'
import { run, step } from './step.mjs'

/** Writes Prisma's client from the schema, when that has changed since last time. */
export function generateClient() {
  unlessDone({
    stamp: 'server/persistence/generated/.made-from',
    print: fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']),
    act: () =>
      step('Writing the database client', () =>
        run(process.execPath, ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma'], {
          env: {
            // Prisma would download an engine that generating does not use; any program in its place stops that.
            PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
            PRISMA_HIDE_UPDATE_MESSAGE: '1',
            CHECKPOINT_DISABLE: '1',
          },
        }),
      ),
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) generateClient()
