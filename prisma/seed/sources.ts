/** What the demonstration cites: public documents that exist. */
export const SOURCES = [
  {
    id: 'source-marmot-review',
    title:
      'Fair Society, Healthy Lives: strategic review of health inequalities in England post-2010',
    authors: 'Marmot, M. and others',
    publisher: 'Institute of Health Equity',
    year: 2010,
    url: 'https://www.instituteofhealthequity.org/resources-reports/fair-society-healthy-lives-the-marmot-review',
    kind: 'evidence',
    accessedAt: '2026-09-14',
  },
  {
    id: 'source-strategy-guidance',
    title: 'Guidance on the preparation of integrated care strategies',
    authors: '',
    publisher: 'Department of Health and Social Care',
    year: 2022,
    url: 'https://www.gov.uk/government/publications/guidance-on-the-preparation-of-integrated-care-strategies',
    kind: 'policy',
    accessedAt: '2026-09-14',
  },
  {
    id: 'source-health-and-care-act',
    title: 'Health and Care Act 2022, chapter 31',
    authors: '',
    publisher: 'The Stationery Office',
    year: 2022,
    url: 'https://www.legislation.gov.uk/ukpga/2022/31/contents',
    kind: 'legislation',
    accessedAt: '2026-09-14',
  },
] as const
