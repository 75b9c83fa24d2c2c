import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** How this installation is set up: the environment, parsed once. */
export interface Environment {
  readonly host: string
  readonly port: number
  /** Where people reach Northing, when that was set. */
  readonly publicUrl: URL | null
  /** The address for links in mail: `publicUrl`, or this machine's own. */
  readonly baseUrl: string
  readonly dataDir: string
  /** Absent: the embedded database under `dataDir`. */
  readonly databaseUrl: string | undefined
  /** Absent: `databaseUrl` is the owner of the tables as well. */
  readonly migrateDatabaseUrl: string | undefined
  /** Absent: this node is the only one. */
  readonly redisUrl: string | undefined
  readonly sessionSecret: string
  /** Absent: mail is written to `dataDir`/mail. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  readonly demo: boolean
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly metricsToken: string | undefined
  /** Absent: nothing is fetched from Fingertips. */
  readonly fingertipsUrl: string | undefined
}

/** A setting that stops the program. The message is for the person who set it. */
export class SettingProblem extends Error {}

type Variables = Readonly<Record<string, string | undefined>>

interface Setting<T> {
  readonly schema: z.ZodType<T>
  readonly shape: string
  readonly example: string
}

const UNGUESSABLE = 'the-output-of-openssl-rand-hex-32'
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const SETTINGS = {
  PORT: setting(z.coerce.number().int().min(0).max(65_535), 'a whole number from 0 to 65535', '3000'),
  HOST: setting(z.string().regex(/^[\w.:-]+$/), 'a host name or address to listen on', '127.0.0.1'),
  PUBLIC_URL: address(['http:', 'https:'], 'the address people type', 'https://strategy.example.org'),
  DATA_DIR: setting(z.string(), 'a folder Northing may write in', './data'),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'the address of a PostgreSQL database, version 16 or later',
    'postgresql://northing:secret@db.example.org:5432/northing',
  ),
  MIGRATE_DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'the address of the same database for the role that owns its tables; DATABASE_URL is then a role that does not',
    'postgresql://owner:secret@db.example.org:5432/northing',
  ),
  REDIS_URL: address(['redis:', 'rediss:'], 'the address of the Redis that joins several nodes', 'redis://redis.example.org:6379'),
  SESSION_SECRET: setting(z.string().min(32), 'at least 32 characters nobody can guess', UNGUESSABLE),
  SMTP_URL: address(['smtp:', 'smtps:'], 'the address of a mail server', 'smtps://user:secret@mail.example.org:465'),
  MAIL_FROM: setting(z.string().regex(/^[^\r\n]*@[^\r\n]+$/), 'who mail comes from', 'Northing <northing@example.org>'),
  DEMO: setting(z.enum(['on', 'off']), 'on or off', 'off'),
  LOG_LEVEL: setting(z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`, 'info'),
  NORTHING_FINGERTIPS_URL: address(
    ['http:', 'https:'],
    'the address where the interface of Fingertips begins',
    'https://fingertips.phe.org.uk/api/',
  ),
  METRICS_TOKEN: setting(z.string().min(16), 'at least 16 characters', UNGUESSABLE),
} satisfies Record<string, Setting<unknown>>

/** Named in the contract and not built yet: better to stop than to pretend. */
const NOT_YET = {
  OIDC_ISSUER: 'Sign-in through an identity provider is not supported yet: people sign in by an e-mailed link.',
  OIDC_CLIENT_ID: 'Sign-in through an identity provider is not supported yet: people sign in by an e-mailed link.',
  OIDC_CLIENT_SECRET: 'Sign-in through an identity provider is not supported yet: people sign in by an e-mailed link.',
} as const

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

/** Reads the settings; throws a SettingProblem that names the variable, its shape and an example. */
export function parseEnvironment(variables: Variables): Environment {
  refuseNotYet(variables)
  const host = read(variables, 'HOST', SETTINGS.HOST) ?? '127.0.0.1'
  const port = read(variables, 'PORT', SETTINGS.PORT) ?? 3000
  const dataDir = resolve(read(variables, 'DATA_DIR', SETTINGS.DATA_DIR) ?? './data')
  const redisUrl = read(variables, 'REDIS_URL', SETTINGS.REDIS_URL)
  const publicUrl = read(variables, 'PUBLIC_URL', SETTINGS.PUBLIC_URL)
  return {
    host,
    port,
    dataDir,
    publicUrl: publicUrl ? new URL(publicUrl) : null,
    baseUrl: publicUrl ?? localUrl(host, port),
    databaseUrl: read(variables, 'DATABASE_URL', SETTINGS.DATABASE_URL),
    migrateDatabaseUrl: readOwner(variables),
    redisUrl,
    sessionSecret: readSecret(variables, redisUrl) ?? keepSecret(dataDir),
    smtpUrl: read(variables, 'SMTP_URL', SETTINGS.SMTP_URL),
    mailFrom: read(variables, 'MAIL_FROM', SETTINGS.MAIL_FROM) ?? 'Northing <northing@localhost>',
    demo: isDemo(variables, host),
    logLevel: read(variables, 'LOG_LEVEL', SETTINGS.LOG_LEVEL) ?? 'info',
    metricsToken: read(variables, 'METRICS_TOKEN', SETTINGS.METRICS_TOKEN),
    fingertipsUrl: readFingertips(variables),
  }
}

/** With a slash at its end, addresses below it are found by adding to it. */
function readFingertips(variables: Variables): string | undefined {
  const name = 'NORTHING_FINGERTIPS_URL'
  const address = read(variables, name, SETTINGS[name])
  return address?.replace(/\/*$/, '/')
}

/** The owner's address alone would leave the application without one. */
function readOwner(variables: Variables): string | undefined {
  const owner = read(variables, 'MIGRATE_DATABASE_URL', SETTINGS.MIGRATE_DATABASE_URL)
  if (!owner || variables['DATABASE_URL']?.trim()) return owner
  throw new SettingProblem(
    `MIGRATE_DATABASE_URL is set, so DATABASE_URL must be set too, for example DATABASE_URL=${SETTINGS.DATABASE_URL.example}`,
  )
}

/** An empty value counts as none: that is how most tools unset a variable. */
function read<T>(variables: Variables, name: string, { schema, shape, example }: Setting<T>): T | undefined {
  const text = variables[name]?.trim()
  if (!text) return undefined
  const parsed = schema.safeParse(text)
  if (!parsed.success) throw new SettingProblem(`${name} must be ${shape}, for example ${name}=${example}`)
  return parsed.data
}

function refuseNotYet(variables: Variables): void {
  for (const [name, why] of Object.entries(NOT_YET)) {
    if (variables[name]?.trim()) throw new SettingProblem(`${name} is set. ${why} Unset ${name} to start.`)
  }
}

/** Anybody may enter a demonstration, so it is never the default where others can reach it or real data may be. */
function isDemo(variables: Variables, host: string): boolean {
  const chosen = read(variables, 'DEMO', SETTINGS.DEMO)
  if (chosen) return chosen === 'on'
  const harmless = ['PORT', 'HOST', 'DATA_DIR', 'DEMO', 'LOG_LEVEL', 'METRICS_TOKEN']
  const configured = Object.keys(SETTINGS).some((name) => !harmless.includes(name) && variables[name]?.trim())
  return !configured && LOOPBACK.includes(host)
}

export function localUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** What several nodes share cannot be made by one of them. */
function readSecret(variables: Variables, redisUrl: string | undefined): string | undefined {
  const secret = read(variables, 'SESSION_SECRET', SETTINGS.SESSION_SECRET)
  for (const [name, value] of [
    ['DATABASE_URL', variables['DATABASE_URL']?.trim()],
    ['SESSION_SECRET', secret],
  ] as const) {
    if (!redisUrl || value) continue
    throw new SettingProblem(
      `REDIS_URL is set, so there may be several nodes, and every node needs the same ${name}, for example ${name}=${SETTINGS[name].example}`,
    )
  }
  return secret
}

/** One node can make its own secret, as long as it finds it again after a restart. */
function keepSecret(dataDir: string): string {
  const file = join(dataDir, 'session-secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

function setting<T>(schema: z.ZodType<T>, shape: string, example: string): Setting<T> {
  return { schema, shape, example }
}

function address(protocols: readonly string[], shape: string, example: string): Setting<string> {
  const schema = z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
    .transform((text) => text.replace(/\/+$/, ''))
  return setting(schema, shape, example)
}
