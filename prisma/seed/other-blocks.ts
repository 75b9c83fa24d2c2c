import type { BlockFields, PlainBlock } from '../../app/domain/strategy/strategy'

type SeedBlock = Omit<PlainBlock, 'chapterId'>

/** What each priority says beside its words: the goal it serves, and what was concluded about joint funds. */
export const PRIORITY_FIELDS: Readonly<
  Record<string, { readonly goalId: string; readonly fields: BlockFields }>
> = {
  'priority-1': {
    goalId: 'goal-1',
    fields: {
      corePurposes: ['inequalities', 'outcomes'],
      chasms: ['physical_mental'],
      shifts: ['hospital_to_community'],
      s75Outcome: 'propose',
      s75Note:
        'A pooled fund for community crisis support, hosted by Ashmere City Council from April 2027.',
      s75Date: '2026-05-14',
    },
  },
  'priority-2': {
    goalId: 'goal-1',
    fields: {
      corePurposes: ['inequalities', 'outcomes'],
      shifts: ['sickness_to_prevention'],
      lifeCourse: ['grow', 'start'],
      s75Outcome: 'explore',
    },
  },
  'priority-3': {
    goalId: 'goal-2',
    fields: {
      corePurposes: ['outcomes', 'value'],
      chasms: ['community_hospital', 'health_social'],
      shifts: ['hospital_to_community'],
      lifeCourse: ['age', 'die'],
      s75Outcome: 'existing',
    },
  },
  'priority-4': {
    goalId: 'goal-1',
    fields: {
      corePurposes: ['inequalities', 'outcomes', 'social_economic'],
      shifts: ['sickness_to_prevention'],
      lifeCourse: ['live'],
      s75Outcome: 'considered_not_needed',
      s75Date: '2026-05-14',
    },
  },
}

/** One or two of the kinds that stand around the priorities. */
export const OTHER_BLOCKS: readonly SeedBlock[] = [
  {
    id: 'goal-1',
    kind: 'goal',
    parentId: null,
    title: 'More years in good health, and the gap halved',
    statement:
      'A child born in the coastal wards of Thornley can expect as many healthy years as one born in the Vale is expected to have today.',
    fields: {
      theme: 'Longer, fairer lives',
      longMetric: 'metric-healthy-life',
      horizonYear: 2036,
      origin: 'system',
    },
  },
  {
    id: 'goal-2',
    kind: 'goal',
    parentId: null,
    title: 'Help that has to be asked for only once',
    statement: 'Nobody waits in the wrong place because the right one belongs to somebody else.',
    fields: {
      theme: 'Joined-up help',
      longMetric: 'metric-delayed-discharge',
      horizonYear: 2036,
      origin: 'system',
    },
  },
  {
    id: 'addendum-caldbourne',
    kind: 'place_addendum',
    parentId: 'objective-1-1',
    title: 'Crisis cafés in four towns',
    statement:
      'Caldbourne starts with none. It will open one in each of its four largest towns before March 2028, in rooms the district council already owns.',
    fields: {
      place: 'place-caldbourne',
      localTarget: '45 per 100,000 people a month by March 2028',
      leadId: 'person-council',
    },
  },
  {
    id: 'assumption-nurses',
    kind: 'assumption',
    parentId: 'priority-1',
    title: 'Nurses trained here stay here',
    statement:
      'The university’s new course in mental-health nursing opens in 2027, and two thirds of its students stay in the area.',
    fields: {
      trigger:
        'The course opens later than September 2027, or fewer than half of its first year take a post with a member.',
      leadId: 'person-university',
      reviewDate: '2027-10-31',
    },
  },
  {
    id: 'enabler-workforce',
    kind: 'enabler',
    parentId: null,
    title: 'One academy for health and care',
    statement:
      'Shared by all employers, with places for 400 people a year by 2029 and a passport that carries training and checks from one employer to the next.',
    fields: { enablerKind: 'workforce', leadId: 'person-university', origin: 'system' },
  },
  {
    id: 'enabler-record',
    kind: 'enabler',
    parentId: null,
    title: 'One shared care record',
    statement: 'In all three places by April 2028, and people can see their own.',
    fields: {
      enablerKind: 'digital_records',
      leadId: 'person-hospitals',
      places: ['place-ashmere', 'place-caldbourne', 'place-thornley'],
      origin: 'system',
    },
  },
  {
    id: 'integration-statement',
    kind: 'integration_statement',
    parentId: null,
    title: 'Closer integration of health-related services',
    statement:
      'Housing, libraries, leisure and benefits advice are health-related services for us. From April 2027 each neighbourhood team has a named person for them, and a referral to any of them is followed up as a referral to a clinic is.',
  },
  {
    id: 'said-and-done-1',
    kind: 'you_said_we_did',
    parentId: 'priority-1',
    statement: '',
    title: 'Somewhere to go at night',
    fields: {
      said: 'The emergency department is the only door that is open when you cannot sleep for fear. It is the worst place to be.',
      did: 'Crisis cafés will be open in the evening and at weekends, each with a quiet room, and the telephone line is answered by a person at any hour.',
    },
  },
]
