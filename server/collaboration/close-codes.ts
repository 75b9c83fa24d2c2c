/** 4400–4499 are final for a y-websocket client; every other code means: try again later. */
export const CLOSE = {
  malformed: 4400,
  notSignedIn: 4401,
  mayNot: 4403,
  notFound: 4404,
  replaced: 4409,
  suggesting: 4410,
  tooLarge: 4413,
  clientTooOld: 4426,
  restarting: 4503,
  tooFast: 4529,
} as const

export const SUGGESTING = 'only suggestions are taken'
