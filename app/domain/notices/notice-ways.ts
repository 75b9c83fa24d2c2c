import { NOTICE_KINDS, type NoticeKind } from './telling'

/** How somebody is told by mail: at once, in one mail a day, or on the page alone. */
export const NOTICE_WAYS = ['now', 'daily', 'never'] as const
export type NoticeWay = (typeof NOTICE_WAYS)[number]

export const WAY_LABELS: Record<NoticeWay, string> = {
  now: 'At once',
  daily: 'Once a day',
  never: 'Not by mail',
}

export const KIND_LABELS: Record<NoticeKind, string> = {
  mention: 'Somebody mentions you',
  assigned: 'A comment is given to you to answer',
  answered: 'Somebody answers you',
  suggestion_decided: 'Your suggestion is decided',
  amendment: 'An amendment concerns you',
  round_opened: 'A review you are asked to take part in opens',
  due_soon: 'Something you were asked for is due soon',
  overdue: 'Something you were asked for is overdue',
  challenge: 'A challenge is raised or answered',
  escalation: 'A level is asked for help with a metric, or answers',
  decision_opened: 'A decision is opened',
  decision_closed: 'A decision is closed',
  sign_off_asked: 'Your sign-off is asked for',
  confirmation_asked: 'You are asked to confirm something',
  edition_approved: 'An edition is approved or published',
}

/** As the page of choices groups them. */
export const KIND_GROUPS: readonly { title: string; kinds: readonly NoticeKind[] }[] = [
  { title: 'Conversation', kinds: ['mention', 'assigned', 'answered'] },
  { title: 'Review', kinds: ['suggestion_decided', 'round_opened', 'due_soon', 'overdue'] },
  { title: 'Metrics', kinds: ['escalation'] },
  {
    title: 'Agreement',
    kinds: [
      'amendment',
      'challenge',
      'decision_opened',
      'decision_closed',
      'sign_off_asked',
      'confirmation_asked',
      'edition_approved',
    ],
  },
]

export type NoticeChoices = Record<NoticeKind, NoticeWay>

/** What was chosen; at once for the others (SPEC.md NO10). */
export function fillChoices(chosen: Readonly<Record<string, string>>): NoticeChoices {
  const entries = NOTICE_KINDS.map((kind) => [kind, toWay(chosen[kind])] as const)
  return Object.fromEntries(entries) as NoticeChoices
}

/** Null when a field holds something the form does not offer. */
export function parseChoices(fields: Readonly<Record<string, unknown>>): NoticeChoices | null {
  const isKnown = NOTICE_KINDS.every((kind) => NOTICE_WAYS.some((way) => way === fields[kind]))
  return isKnown ? fillChoices(fields as Record<string, string>) : null
}

export function toWay(text: string | undefined): NoticeWay {
  return NOTICE_WAYS.find((way) => way === text) ?? 'now'
}

export function toKind(text: string): NoticeKind | null {
  return NOTICE_KINDS.find((kind) => kind === text) ?? null
}
