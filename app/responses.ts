import { type AppLoadContext, data, redirect } from '@remix-run/node'
import type { Actor } from './domain/access/actor'
import type { Outcome, Refusal } from './domain/outcome/outcome'

const STATUS: Record<Refusal['code'], number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
}

export function refusalStatus(refusal: Refusal): number {
  return STATUS[refusal.code]
}

/**
 * The signed-in person. Otherwise a page leads to sign-in and back; a form that was sent is answered with an error
 * page, which gives back what was typed, because it cannot be sent again after signing in.
 */
export function requireActor(context: AppLoadContext, request: Request): Actor {
  if (context.actor) return context.actor
  if (request.method !== 'GET') throw Response.json({ error: SIGNED_OUT }, { status: 401 })
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?${new URLSearchParams({ to: pathname + search })}`)
}

const SIGNED_OUT = {
  code: 'signed_out',
  message: 'You are no longer signed in, so this was not done.',
}

/** The value; or the refusal, thrown for the nearest error page to say. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw refusalResponse(outcome.refusal)
}

/** For resource routes and other callers that read JSON: `{ error: { code, message } }`. */
export function refusalResponse(refusal: Refusal): Response {
  const { code, message, fields } = refusal
  return Response.json({ error: { code, message, fields } }, { status: refusalStatus(refusal) })
}

/** For actions whose form stays on the page: the refusal with its status, nothing lost. */
export function refusalData(refusal: Refusal) {
  return data({ refusal }, { status: refusalStatus(refusal) })
}

/** What was typed into a form, by field; a file counts as nothing typed, and of fields of one name the last one. */
export function textsOf(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  )
}
