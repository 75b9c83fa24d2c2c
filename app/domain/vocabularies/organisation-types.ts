/** Kinds of organisation in a partnership (domain model 4.1). */
export const ORGANISATION_TYPES = [
  'integrated_care_board',
  'local_authority_upper_tier',
  'local_authority_district',
  'health_and_wellbeing_board',
  'nhs_trust',
  'foundation_trust',
  'primary_care_network',
  'general_practice_federation',
  'provider_collaborative',
  'social_care_provider',
  'vcse',
  'vcse_alliance',
  'healthwatch',
  'university_research',
  'housing',
  'education',
  'police_justice',
  'fire_rescue',
  'combined_authority',
  'regulator',
  'hosc',
  'business',
  'citizen_panel',
  'other',
] as const
export type OrganisationType = (typeof ORGANISATION_TYPES)[number]

export const ORGANISATION_TYPE_LABELS: Record<OrganisationType, string> = {
  integrated_care_board: 'Integrated care board',
  local_authority_upper_tier: 'County, unitary, metropolitan or London borough council',
  local_authority_district: 'District council',
  health_and_wellbeing_board: 'Health and Wellbeing Board',
  nhs_trust: 'NHS trust',
  foundation_trust: 'NHS foundation trust',
  primary_care_network: 'Primary care network',
  general_practice_federation: 'General practice federation',
  provider_collaborative: 'Provider collaborative',
  social_care_provider: 'Social care provider',
  vcse: 'Voluntary, community or social enterprise organisation',
  vcse_alliance: 'Voluntary sector alliance',
  healthwatch: 'Healthwatch',
  university_research: 'University or research body',
  housing: 'Housing association or provider',
  education: 'School, college or education body',
  police_justice: 'Police, probation or justice body',
  fire_rescue: 'Fire and rescue service',
  combined_authority: 'Combined authority',
  regulator: 'Regulator',
  hosc: 'Health overview and scrutiny committee',
  business: 'Business or business body',
  citizen_panel: 'Citizens’ panel',
  other: 'Other organisation',
}

export function isOrganisationType(value: string): value is OrganisationType {
  return ORGANISATION_TYPES.some((type) => type === value)
}
