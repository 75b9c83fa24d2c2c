import { readTextAt } from '../../domain/outcome/read-json'

interface Failure {
  /** Null when nothing was answered on purpose: an exception. */
  readonly status: number | null
  readonly data?: unknown
  readonly thrown?: unknown
}

export interface ErrorWords {
  readonly title: string
  readonly sentences: readonly string[]
  /** The words on a button that loads the page again, where that helps. */
  readonly reload?: string
  /** Whether signing in, and coming back, is the way on. */
  readonly signIn?: boolean
  /** Whether the log has something to look up. */
  readonly reference?: boolean
}

const TITLES: Record<number, string> = {
  400: 'That cannot be done as asked',
  401: 'Sign in to continue',
  403: 'You may not do that',
  404: 'There is nothing here',
  409: 'Something changed in the meantime',
  429: 'Too many tries',
}

/** What happened, whether anything was lost, what to do: in words, for every error page. */
export function describeError(failure: Failure): ErrorWords {
  if (isStaleBuild(failure.thrown)) {
    return {
      title: 'Northing has been updated',
      sentences: [
        'This page was opened before the update and cannot go on with it.',
        'Nothing that showed as saved is lost. Reload to continue.',
      ],
      reload: 'Reload the page',
    }
  }
  const message = readTextAt(failure.data, 'error', 'message')
  const title = failure.status === null ? undefined : TITLES[failure.status]
  if (!title) return describeFailure(failure.status, message)
  if (failure.status === 401) return describeSignedOut(title, message)
  return { title, sentences: describeRefusal(failure.status, message) }
}

function describeSignedOut(title: string, message: string | null): ErrorWords {
  const sentences = [message ?? 'You are not signed in.', 'After signing in you come back here.']
  return { title, sentences, signIn: true }
}

function describeRefusal(status: number | null, message: string | null): readonly string[] {
  if (status === 404) {
    return [
      message ?? 'There is nothing at this address, or you may not see it.',
      'Check the address, or ask the person who gave it to you.',
    ]
  }
  return [message ?? 'The request was refused.', 'Nothing was changed.']
}

function describeFailure(status: number | null, message: string | null): ErrorWords {
  if (status === 503) {
    return {
      title: 'Northing cannot answer at the moment',
      sentences: [
        message ?? 'Something Northing needs is not answering.',
        'Everything that showed as saved is safe. Try again in a minute.',
      ],
      reload: 'Try again',
    }
  }
  return {
    title: 'Something went wrong in Northing',
    sentences: [
      'This is our fault, not yours. It has been recorded.',
      'Everything that showed as saved is safe; what you had just asked for may not have been done.',
    ],
    reload: 'Try again',
    reference: true,
  }
}

/** A lazily loaded part of an older build that a deployment has taken away. The words are the browsers' own. */
function isStaleBuild(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    /dynamically imported module|importing a module script failed|preload CSS/i.test(thrown.message)
  )
}
