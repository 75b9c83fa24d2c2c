import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseEnvironment } from './env'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'northing-env-'))

function parse(variables: Record<string, string> = {}) {
  return parseEnvironment({ DATA_DIR, ...variables })
}

describe('parseEnvironment', () => {
  it('has a default for everything', () => {
    expect(parse()).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      migrateDatabaseUrl: undefined,
      demo: true,
      logLevel: 'info',
    })
  })

  it.each([
    ['PORT', '80a', 'PORT must be a whole number from 0 to 65535, for example PORT=3000'],
    ['PORT', '70000', 'PORT must be a whole number'],
    ['HOST', 'a b', 'HOST must be a host name'],
    ['PUBLIC_URL', 'strategy.example.org', 'for example PUBLIC_URL=https://strategy.example.org'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL must be the address of a PostgreSQL database'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET must be at least 32 characters'],
    ['SMTP_URL', 'https://mail', 'SMTP_URL must be'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM must be'],
    ['DEMO', 'yes', 'DEMO must be on or off'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal'],
    ['NORTHING_FINGERTIPS_URL', 'fingertips', 'NORTHING_FINGERTIPS_URL must be the address'],
    ['METRICS_TOKEN', 'x', 'METRICS_TOKEN must be at least 16'],
    ['REDIS_URL', 'http://r', 'REDIS_URL must be the address of the Redis'],
    ['REDIS_URL', 'redis://r', 'every node needs the same DATABASE_URL, for example DATABASE_URL=postgresql://'],
    ['OIDC_ISSUER', 'https://id', 'OIDC_ISSUER is set. Sign-in through'],
  ])('stops at %s=%s', (name, value, message) => {
    expect(() => parse({ [name]: value })).toThrow(message)
  })

  it('uses the public address for links', () => {
    const { publicUrl, baseUrl } = parse({ PUBLIC_URL: 'https://strategy.example.org/' })
    expect(publicUrl?.host).toBe('strategy.example.org')
    expect(baseUrl).toBe('https://strategy.example.org')
  })

  it('[CO119] wants one database and one secret where there may be several nodes', () => {
    const nodes = { REDIS_URL: 'redis://r:6379', DATABASE_URL: 'postgresql://db/northing' }
    expect(() => parse(nodes)).toThrow('every node needs the same SESSION_SECRET, for example SESSION_SECRET=')
    const shared = { ...nodes, SESSION_SECRET: 'x'.repeat(32) }
    expect(parse(shared)).toMatchObject({ redisUrl: 'redis://r:6379', sessionSecret: 'x'.repeat(32), demo: false })
  })

  it('fetches nothing from Fingertips unless it is told where', () => {
    expect(parse({}).fingertipsUrl).toBeUndefined()
    const told = parse({ NORTHING_FINGERTIPS_URL: 'https://fingertips.example.org/api' })
    expect(told.fingertipsUrl).toBe('https://fingertips.example.org/api/')
  })

  it('takes an empty value for none', () => {
    expect(parse({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  it.each([
    [{}, true],
    [{ PORT: '4000' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ DATABASE_URL: 'postgresql://db/northing' }, false],
    [{ PUBLIC_URL: 'https://strategy.example.org' }, false],
    [{ SMTP_URL: 'smtp://mail' }, false],
    [{ DEMO: 'off' }, false],
    [{ DEMO: 'on', HOST: '0.0.0.0' }, true],
  ])('decides on the demonstration for %j: %s', (variables, demo) => {
    expect(parse(variables).demo).toBe(demo)
  })

  it('makes a session secret once, readable by its owner only', () => {
    const secret = parse().sessionSecret
    const file = join(DATA_DIR, 'session-secret')
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(parse().sessionSecret).toBe(secret)
    expect(readFileSync(file, 'utf8')).toBe(secret)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})
