/** Programs are told, not led to a sign-in page. */
export function refuseSignedOut(): Response {
  const error = { code: 'signed_out', message: 'Sign in to continue. Nothing was changed.' }
  return Response.json({ error }, { status: 401 })
}
