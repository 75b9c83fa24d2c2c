/** Who may import whom. The longest folder that fits a file is its row; a folder may always import itself. */
export interface Row {
  readonly folder: string
  readonly about: string
  /** Our own folders and files whose code it may run. */
  readonly may: readonly string[]
  /** Ours again, but only their types. */
  readonly mayTypes?: readonly string[]
  /** Packages, or `*`. A name ending in `/` stands for everything below it. */
  readonly packages: readonly string[]
  readonly node?: boolean
  /** Neighbouring subfolders are strangers to each other. */
  readonly separate?: boolean
}

const SCREEN = ['react', 'react-dom', '@remix-run/react', 'react-aria-components', '@fontsource-variable/']
const EDITOR = ['lexical', '@lexical/', 'yjs', 'lib0', 'y-websocket', 'y-protocols', 'y-indexeddb']

export const TABLE: readonly Row[] = [
  { folder: 'app/domain', about: 'what is true', may: [], packages: ['zod', 'diff'] },
  { folder: 'app/document', about: 'how it is shared', may: ['app/domain'], packages: ['yjs', 'lib0', 'fractional-indexing', 'zod'] },
  { folder: 'app/connection', about: 'how pages reach the live server', may: [], packages: ['lib0'] },
  { folder: 'app/kept', about: 'what a browser keeps', may: [], packages: [] },
  { folder: 'app/ui', about: 'how it looks', may: [], packages: [...SCREEN, 'd3-array', 'd3-shape'] },
  {
    folder: 'app/features',
    about: 'what a person does',
    may: ['app/domain', 'app/document', 'app/connection', 'app/kept', 'app/ui'],
    mayTypes: ['server/services'],
    packages: [...SCREEN, ...EDITOR, 'zod', '@conform-to/', 'd3-array', 'd3-shape'],
    separate: true,
  },
  {
    folder: 'app/routes',
    about: 'address ↔ service ↔ feature',
    may: ['app/features', 'app/domain', 'app/document', 'app/ui', 'app/responses.ts', 'app/safe-redirect.ts'],
    mayTypes: ['server/services', 'app/load-context.ts'],
    packages: [...SCREEN, '@remix-run/node', '@conform-to/', 'zod'],
  },
  {
    folder: 'app',
    about: 'what Remix asks for',
    may: ['app/features', 'app/domain', 'app/ui'],
    mayTypes: ['server/services'],
    packages: [...SCREEN, '@remix-run/node', 'isbot'],
    node: true,
  },
  {
    folder: 'server/services',
    about: 'one use case',
    may: ['app/domain', 'app/document'],
    mayTypes: ['server/exporters', 'server/projection', 'server/collaboration', 'server/history'],
    packages: ['yjs', 'zod'],
    node: true,
  },
  {
    folder: 'server/persistence',
    about: 'rows ↔ domain',
    // The live room says what storage must do, and by which error storage says it is away.
    may: ['app/domain', 'server/collaboration/update-log.ts'],
    mayTypes: ['server/services', 'server/collaboration', 'server/projection', 'server/http', 'server/exporters', 'server/env.ts'],
    packages: ['@prisma/', 'pg', 'zod', 'yjs', 'dataloader'],
    node: true,
  },
  {
    folder: 'server/collaboration',
    about: 'live rooms',
    may: ['app/document', 'app/domain', 'server/threads'],
    mayTypes: ['server/services'],
    packages: ['ws', 'yjs', 'lib0', 'y-protocols', 'tsx'],
    node: true,
  },
  {
    folder: 'server/projection',
    about: 'document → rows',
    may: ['app/document', 'app/domain', 'server/threads'],
    mayTypes: ['server/services', 'server/persistence', 'server/collaboration'],
    packages: ['yjs', 'tsx'],
    node: true,
  },
  {
    folder: 'server/history',
    about: 'versions: kept, compared, restored, attributed',
    may: ['app/document', 'app/domain', 'server/threads'],
    mayTypes: ['server/services'],
    packages: ['yjs', 'tsx'],
    node: true,
  },
  { folder: 'server/threads', about: 'work beside the one thread that answers', may: [], packages: [], node: true },
  {
    folder: 'server/exporters',
    about: 'strategy → bytes',
    may: ['app/domain'],
    mayTypes: ['server/services'],
    packages: ['zod', 'docx', 'fflate', '@myriaddreamin/typst-ts-node-compiler', 'd3-array', 'd3-shape', 'tsx'],
    node: true,
  },
  {
    folder: 'server/redis',
    about: 'nodes ↔ nodes',
    may: ['server/services/documents.ts'],
    mayTypes: ['server/collaboration'],
    packages: ['ioredis', 'lib0', 'zod'],
    node: true,
  },
  {
    folder: 'server/importers',
    about: 'bytes → domain',
    may: ['app/domain', 'server/threads'],
    mayTypes: ['server/services'],
    packages: ['zod', 'mammoth', 'fflate', 'tsx', 'papaparse', 'read-excel-file'],
    node: true,
  },
  { folder: 'server/mail', about: 'mail goes out', may: ['app/domain'], mayTypes: ['server/services'], packages: ['nodemailer', 'zod'], node: true },
  { folder: 'server/jobs', about: 'what is due at its time', may: [], packages: ['pg-boss'], node: true },
  {
    folder: 'server/http',
    about: 'requests in, pages out',
    may: ['app/domain', 'server/services'],
    mayTypes: ['server/env.ts'],
    packages: ['@remix-run/', 'express', 'compression', 'helmet', 'pino', 'prom-client', 'rate-limiter-flexible', 'vite'],
    node: true,
  },
  { folder: 'server/launch', about: 'from a clone to a program', may: ['server/index.ts'], packages: ['tsx'], node: true },
  { folder: 'server/commands', about: 'the operator’s verbs', may: ['app', 'server', 'prisma'], packages: ['*'], node: true },
  { folder: 'server/env.ts', about: 'the settings', may: [], packages: ['zod'], node: true },
  { folder: 'server', about: 'wiring', may: ['server', 'prisma/seed.ts'], packages: ['pino', 'prom-client'], node: true },
  {
    folder: 'prisma',
    about: 'the demonstration',
    may: ['app/domain', 'app/document'],
    mayTypes: ['server/persistence'],
    packages: ['yjs', 'mdast-util-from-markdown', 'mdast'],
    node: true,
  },
  { folder: 'test', about: 'builders and fakes', may: ['app', 'server', 'prisma'], packages: ['*'], node: true },
  { folder: 'e2e', about: 'journeys, over HTTP only', may: [], packages: ['*'], node: true },
]
