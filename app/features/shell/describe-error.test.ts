import { describe, expect, it } from 'vitest'
import { describeError } from './describe-error'

const refusal = (message: string) => ({ error: { code: 'x', message } })

describe('the words of an error page', () => {
  it('are the refusal’s own, and say that nothing changed', () => {
    const words = describeError({ status: 403, data: refusal('Only the chair may do this.') })
    expect(words.title).toBe('You may not do that')
    expect(words.sentences).toEqual(['Only the chair may do this.', 'Nothing was changed.'])
  })

  it('are the same for an unknown address with or without a reason', () => {
    const unknown = describeError({ status: 404, data: 'Error: No route matches URL "/x"' })
    expect(unknown.sentences[0]).toBe('There is nothing at this address, or you may not see it.')
  })

  it('lead to signing in when the session has ended', () => {
    expect(describeError({ status: 401, data: refusal('Signed out.') }).signIn).toBe(true)
  })

  it('offer another try while something does not answer', () => {
    expect(describeError({ status: 503 })).toMatchObject({ reload: 'Try again' })
  })

  it('never repeat an unexpected error, and name the entry in the log', () => {
    const words = describeError({ status: null, thrown: new Error('planted secret') })
    expect(JSON.stringify(words)).not.toContain('planted secret')
    expect(words.reference).toBe(true)
    expect(describeError({ status: 500, data: 'planted secret' })).toEqual(words)
  })

  it.each([
    'Failed to fetch dynamically imported module: https://x/assets/a.js',
    'error loading dynamically imported module: https://x/assets/a.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/a.css',
  ])('say that Northing was updated for “%s”', (message) => {
    const words = describeError({ status: null, thrown: new TypeError(message) })
    expect(words.title).toBe('Northing has been updated')
    expect(words.sentences.join(' ')).toContain('Nothing that showed as saved is lost.')
  })
})
