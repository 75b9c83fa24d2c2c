import { describe, expect, it } from 'vitest'
import { waitAfter, writeNotice } from './write-notice'

const parts = {
  strategyTitle: 'Better lives',
  about: 'Edition 2 waits for your sign-off',
  sentences: ['Samir Patel submitted edition 2.'],
  link: 'https://northing.example/strategies/s/agreement',
  unsubscribeLink: 'https://northing.example/unsubscribe/t',
}

describe('a notice', () => {
  it('[NO3] names the strategy, says what happened and leads there', () => {
    expect(writeNotice({ email: 'a@x.example', name: 'Ada' }, parts)).toEqual({
      to: 'a@x.example',
      subject: 'Edition 2 waits for your sign-off: Better lives',
      text: expect.stringMatching(
        /^Dear Ada,\n\nSamir Patel submitted edition 2\.\n\nhttps:\/\/northing\.example\/strategies\/s\/agreement\n\n/,
      ),
      unsubscribeLink: parts.unsubscribeLink,
    })
  })

  it('[NO4] has one line of subject, whatever a title holds', () => {
    const { subject, text } = writeNotice(
      { email: 'a@x.example', name: 'Ada\r\nBcc: b@x.example' },
      { ...parts, strategyTitle: 'Better\r\nBcc: c@x.example\u2028lives' },
    )
    expect(subject).toBe('Edition 2 waits for your sign-off: Better Bcc: c@x.example lives')
    expect(text).toMatch(/^Dear Ada Bcc: b@x\.example,\n/)
  })

  it('[NO6] waits from ten seconds to an hour', () => {
    expect([1, 2, 3, 8, 9, 10, 1000].map((attempts) => waitAfter(attempts) / 1000)).toEqual([
      10, 20, 40, 1280, 2560, 3600, 3600,
    ])
  })
})
