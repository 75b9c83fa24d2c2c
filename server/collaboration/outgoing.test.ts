import { describe, expect, it } from 'vitest'
import { Outgoing } from './outgoing'

describe('the frames of an Outgoing', () => {
  it.each([
    [0, 2],
    [125, 2],
    [126, 4],
    [65_535, 4],
    [65_536, 10],
  ])('a message of %i bytes has a header of %i', (length, header) => {
    const message = new Uint8Array(length).fill(7)
    const bytes = Buffer.concat(new Outgoing([message]).webSocketFrames)
    expect(bytes.length).toBe(header + length)
    expect(bytes[0]).toBe(0x82)
    expect(bytes.subarray(header).every((byte) => byte === 7)).toBe(true)
  })

  it('keeps the order of large and small messages', () => {
    const messages = [1, 40_000, 2, 3, 50_000].map((length, index) =>
      new Uint8Array(length).fill(index),
    )
    const bytes = Buffer.concat(new Outgoing(messages).webSocketFrames)
    expect(readPayloads(bytes).map((payload) => [payload.length, payload[0]])).toEqual([
      [1, 0],
      [40_000, 1],
      [2, 2],
      [3, 3],
      [50_000, 4],
    ])
  })
})

function readPayloads(bytes: Buffer): Buffer[] {
  const payloads: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1] ?? 0
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length =
      header === 2
        ? short
        : header === 4
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2))
    payloads.push(bytes.subarray(at + header, at + header + length))
    at += header + length
  }
  return payloads
}
