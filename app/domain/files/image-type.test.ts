import { describe, expect, it } from 'vitest'
import { IMAGES, claimPng } from '../../../test/build/images'
import { identifyImage } from './image-type'

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (c) => c.charCodeAt(0)) : [...part],
    ),
  )

/** A size in front of what a decoder needs; `identifyImage` looks no further. */
const HEADS: [string, Uint8Array][] = [
  ['image/png', IMAGES['image/png']],
  ['image/gif', IMAGES['image/gif']],
  [
    'image/jpeg',
    bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xff, 0xc0, 0, 17, 8, 0, 3, 0, 2, 3]),
  ],
  [
    'image/jpeg',
    bytesOf([0xff, 0xd8, 0xff, 0xc4, 0, 4, 9, 9, 0xff, 0xc2, 0, 17, 8, 0, 3, 0, 2, 3]),
  ],
  [
    'image/webp',
    bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 1, 2, 3, 0x9d, 1, 0x2a, 2, 0, 3, 0]),
  ],
  ['image/webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f, 1, 0x80, 0, 0])],
  [
    'image/webp',
    bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2, 0, 0]),
  ],
]

describe('what a file is', () => {
  it.each(HEADS)('[FI1] a %s says its size', (mediaType, bytes) => {
    expect(identifyImage(bytes)).toEqual({ mediaType, width: 2, height: 3 })
  })

  it('[FI1] reads from a part of a larger buffer', () => {
    const larger = new Uint8Array(500).fill(7)
    larger.set(IMAGES['image/png'], 100)
    expect(identifyImage(larger.subarray(100, 400))).toMatchObject({ width: 2, height: 3 })
  })

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a drawing that is a program', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytesOf('<!DOCTYPE html><script>alert(1)</script>')],
    ['a PDF', bytesOf('%PDF-1.7 and so on, long enough for any header')],
    [
      'a sound in the same wrapping as WebP',
      bytesOf('RIFF', [0, 0, 0, 0], 'WAVEfmt ', [1, 2, 3, 4]),
    ],
    ['a picture of no width', claimPng(0, 3)],
    ['a JPEG without a frame', bytesOf([0xff, 0xd8, 0xff, 0xd9, 0, 2, 0, 0])],
  ])('[FI2] %s is none', (_, bytes) => {
    expect(identifyImage(bytes)).toBeNull()
  })

  it('[FI2] a file that ends before its size is none', () => {
    for (const [, bytes] of HEADS) {
      for (let length = 0; length < 10; length += 1)
        expect(identifyImage(bytes.slice(0, length))).toBeNull()
    }
  })
})
