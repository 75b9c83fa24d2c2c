import type { RequestHandler } from 'express'

const READS = ['GET', 'HEAD', 'OPTIONS']

/** Reading goes on; whatever would be written is refused in words before it is begun. */
export function refuseWhenFull(isFull: () => boolean): RequestHandler {
  return (req, res, next) => {
    if (READS.includes(req.method) || !isFull()) return next()
    res.setHeader('Retry-After', '10')
    res
      .status(503)
      .type('text')
      .send(
        'The server is out of space, so nothing can be saved at the moment. You can go on reading.\n',
      )
  }
}
