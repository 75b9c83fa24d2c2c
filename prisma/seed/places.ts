// Wessex Vale is invented. Every name, code and figure here is made up for the demonstration.

export const PARTNERSHIP = {
  id: 'wessex-vale',
  name: 'Wessex Vale Integrated Care Partnership',
}

export const AREAS = [
  { id: 'area-system', level: 'system', name: 'Wessex Vale', parentId: null },
  { id: 'place-ashmere', level: 'place', name: 'Ashmere', parentId: 'area-system' },
  { id: 'place-caldbourne', level: 'place', name: 'Caldbourne', parentId: 'area-system' },
  { id: 'place-thornley', level: 'place', name: 'Thornley', parentId: 'area-system' },
] as const

export const ORGANISATIONS = [
  { id: 'org-icb', name: 'NHS Wessex Vale Integrated Care Board', shortName: 'ICB', type: 'integrated_care_board', areaId: 'area-system' },
  { id: 'org-ashmere-council', name: 'Ashmere City Council', shortName: 'Ashmere CC', type: 'local_authority_upper_tier', areaId: 'place-ashmere' },
  { id: 'org-caldbourne-council', name: 'Caldbourne County Council', shortName: 'Caldbourne CC', type: 'local_authority_upper_tier', areaId: 'place-caldbourne' },
  { id: 'org-thornley-council', name: 'Thornley Council', shortName: 'Thornley', type: 'local_authority_upper_tier', areaId: 'place-thornley' },
  { id: 'org-vale-district', name: 'Caldbourne Vale District Council', shortName: 'Vale DC', type: 'local_authority_district', areaId: 'place-caldbourne' },
  { id: 'org-hospitals', name: 'Ashmere University Hospitals NHS Foundation Trust', shortName: 'AUH', type: 'foundation_trust', areaId: 'place-ashmere' },
  { id: 'org-community-trust', name: 'Wessex Vale Community and Mental Health NHS Trust', shortName: 'WVCMH', type: 'nhs_trust', areaId: 'area-system' },
  { id: 'org-gp-federation', name: 'Vale General Practice Federation', shortName: 'Vale GPs', type: 'general_practice_federation', areaId: 'place-caldbourne' },
  { id: 'org-thornley-pcn', name: 'Thornley Coast Primary Care Network', shortName: 'Coast PCN', type: 'primary_care_network', areaId: 'place-thornley' },
  { id: 'org-vcse-alliance', name: 'Wessex Vale Voluntary Sector Alliance', shortName: 'VCSE Alliance', type: 'vcse_alliance', areaId: 'area-system' },
  { id: 'org-harbour-lights', name: 'Harbour Lights', shortName: 'Harbour Lights', type: 'vcse', areaId: 'place-thornley' },
  { id: 'org-healthwatch', name: 'Healthwatch Wessex Vale', shortName: 'Healthwatch', type: 'healthwatch', areaId: 'area-system' },
  { id: 'org-care-association', name: 'Vale Care Association', shortName: 'Vale Care', type: 'social_care_provider', areaId: 'area-system' },
  { id: 'org-university', name: 'University of Ashmere', shortName: 'UoA', type: 'university_research', areaId: 'place-ashmere' },
] as const

export const BODIES = [
  { id: 'body-hwb-ashmere', kind: 'hwb', name: 'Ashmere Health and Wellbeing Board', verb: 'endorse', required: true, areaId: 'place-ashmere' },
  { id: 'body-hwb-caldbourne', kind: 'hwb', name: 'Caldbourne Health and Wellbeing Board', verb: 'endorse', required: true, areaId: 'place-caldbourne' },
  { id: 'body-hwb-thornley', kind: 'hwb', name: 'Thornley Health and Wellbeing Board', verb: 'agree', required: true, areaId: 'place-thornley' },
  { id: 'body-icb-board', kind: 'icb_board', name: 'NHS Wessex Vale ICB Board', verb: 'agree', required: false, areaId: 'area-system', members: 14, quorum: 8 },
  { id: 'body-council-cabinet', kind: 'la_cabinet', name: 'Caldbourne County Council Cabinet', verb: 'note', required: false, areaId: 'place-caldbourne' },
  { id: 'body-icp', kind: 'icp', name: 'Wessex Vale Integrated Care Partnership', verb: 'approve', required: true, areaId: 'area-system' },
] as const
