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

/** The signed-in person, or a way to sign in that leads back here. */
export function requireActor(context: AppLoadContext, request: Request): Actor {
  if (context.actor) return context.actor
  const { pathname, search } = new URL(request.url)
  // After signing in, a form that was posted is not posted again: the page it stood on opens.
  const to = request.method === 'GET' ? pathname + search : pathname
  throw redirect(`/sign-in?${new URLSearchParams({ to })}`)
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
