import type { EditionSummary, SigningBody, SignOff } from '../../app/domain/signoff/agreement'
import { EDITION_SCHEMA, type EditionContent, type EditionMetric } from '../../app/domain/signoff/edition-content'
import type { ObjectiveBlock } from '../../app/domain/strategy/strategy'

export function buildObjective(fields: Partial<ObjectiveBlock> = {}): ObjectiveBlock {
  return {
    id: 'objective-1-1',
    kind: 'objective',
    title: 'Fewer people in crisis',
    statement: 'We will halve the number of people who reach crisis.',
    parentId: 'priority-1',
    chapterId: 'c1',
    leadId: 'person-lead',
    level: 'system',
    targetDate: '2029-03-31',
    hwbPriorityIds: ['hwbp-ashmere-1'],
    needIds: ['need-1'],
    metricLinks: [{ id: 'link-1', metricId: 'metric-1', baseline: 12.5, baselineDate: '2026-03-31', target: 6, targetDate: '2029-03-31' }],
    ...fields,
  }
}

export function buildEditionMetric(fields: Partial<EditionMetric> = {}): EditionMetric {
  return {
    id: 'metric-1',
    code: 'M01',
    title: 'Mental health crisis attendances',
    plainTitle: 'People who go to hospital in crisis',
    definition: 'Attendances per 1,000 people',
    numerator: '',
    denominator: '',
    unit: 'per 1,000',
    valueType: 'crude_rate',
    decimals: 1,
    polarity: 'low_good',
    frequency: 'monthly',
    yearType: 'financial',
    source: 'Local',
    caveats: '',
    areaId: 'area-system',
    areaName: 'Wessex Vale',
    leadId: 'person-lead',
    deputyId: null,
    observations: [],
    ...fields,
  }
}

/** An edition with one vision, one priority, one complete objective and its metric. */
export function buildEditionContent(fields: Partial<EditionContent> = {}): EditionContent {
  return {
    schema: EDITION_SCHEMA,
    edition: 1,
    strategy: {
      id: 'strategy-1',
      kind: 'integrated_care_strategy',
      title: 'Better lives',
      horizonFrom: 2026,
      horizonTo: 2031,
      partnershipId: 'partnership-1',
      partnershipName: 'Wessex Vale ICP',
    },
    content: {
      schemaVersion: 1,
      chapters: [{ id: 'c1', title: 'Our priorities', nodes: [{ type: 'block', blockId: 'vision-1' }] }],
      blocks: [
        { id: 'vision-1', kind: 'vision', title: '', statement: 'Everyone lives well.', parentId: null, chapterId: 'c1' },
        { id: 'priority-1', kind: 'priority', title: 'Mental health', statement: '', parentId: null, chapterId: 'c1' },
        buildObjective(),
      ],
    },
    metrics: [buildEditionMetric()],
    people: [{ id: 'person-lead', name: 'Priya Nair', jobTitle: 'Head of data', organisationName: 'ICB' }],
    hwbPriorities: [],
    needs: [],
    ...fields,
  }
}

export function buildBody(fields: Partial<SigningBody> = {}): SigningBody {
  return { id: 'body-hwb', name: 'Ashmere Board', kind: 'hwb', verb: 'endorse', required: true, members: null, quorum: null, ...fields }
}

export function buildSignOff(fields: Partial<SignOff> = {}): SignOff {
  return {
    id: 'sign-off-1',
    bodyId: 'body-hwb',
    editionHash: 'a'.repeat(64),
    verb: 'endorse',
    result: 'agreed',
    reason: '',
    minuteReference: '',
    present: null,
    votesFor: null,
    votesAgainst: null,
    votesAbstained: null,
    dissent: '',
    evidence: [],
    personId: 'person-hwb',
    personName: 'Hana Brook',
    at: '2026-05-01T10:00:00.000Z',
    ...fields,
  }
}

export function buildEditionSummary(fields: Partial<EditionSummary> = {}): EditionSummary {
  return {
    id: 'edition-1',
    strategyId: 'strategy-1',
    number: 1,
    state: 'submitted',
    hash: 'a'.repeat(64),
    label: '',
    changeNote: '',
    submittedFrom: null,
    submittedById: 'person-chair',
    submittedByName: 'Amara Cole',
    submittedAt: '2026-04-30T10:00:00.000Z',
    approvedAt: null,
    publishedAt: null,
    endedAt: null,
    publishedById: null,
    publishedByName: null,
    urgentReason: '',
    secondApproval: null,
    endedReason: '',
    ...fields,
  }
}
