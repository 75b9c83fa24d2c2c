export const HWB_STRATEGIES = [
  {
    id: 'hwbs-ashmere',
    bodyId: 'body-hwb-ashmere',
    title: 'Ashmere Health and Wellbeing Strategy',
    periodFrom: 2024,
    periodTo: 2029,
    priorities: [
      ['Good mental health at every age', 'Earlier help, fewer crises, and support that starts where people already go.'],
      ['The best start in life', 'Healthy pregnancies, ready for school, and help for families before problems grow.'],
      ['A smoke-free city', 'Halve smoking in the wards where it is most common.'],
      ['Homes that keep people well', 'Warm, safe and settled homes, and a way home from hospital.'],
      ['Fairness first', 'The greatest improvement for the neighbourhoods with the shortest healthy lives.'],
    ],
  },
  {
    id: 'hwbs-caldbourne',
    bodyId: 'body-hwb-caldbourne',
    title: 'Caldbourne Joint Local Health and Wellbeing Strategy',
    periodFrom: 2023,
    periodTo: 2030,
    priorities: [
      ['Connected communities', 'Transport, digital access and company for people in villages and market towns.'],
      ['Growing up well in Caldbourne', 'Emotional wellbeing, healthy teeth and active play.'],
      ['Ageing well at home', 'Prevent falls, support carers and care for people in their own homes.'],
      ['Finding illness early', 'High blood pressure, cancer and dementia found and treated sooner.'],
    ],
  },
  {
    id: 'hwbs-thornley',
    bodyId: 'body-hwb-thornley',
    title: 'Thornley Coast: a Healthier Shore',
    periodFrom: 2025,
    periodTo: 2030,
    priorities: [
      ['Healthy hearts on the coast', 'Blood pressure, smoking and activity in the coastal wards.'],
      ['Children first', 'Ready for school, free of tooth decay, safe at home.'],
      ['No one in crisis alone', 'Community crisis support and suicide prevention.'],
      ['Work, income and purpose', 'Good work for people with long-term conditions.'],
      ['Independent for longer', 'Home care without a wait, fewer falls, dying well.'],
      ['Help from drugs and alcohol', 'Treatment that is easy to reach and stays with people.'],
    ],
  },
] as const

export const JSNAS = [
  { id: 'jsna-county', bodyId: 'body-hwb-caldbourne', title: 'Ashmere and Caldbourne Joint Strategic Needs Assessment 2025', receivedOn: '2025-11-14' },
  { id: 'jsna-thornley', bodyId: 'body-hwb-thornley', title: 'Thornley Joint Strategic Needs Assessment 2026', receivedOn: '2026-02-27' },
] as const

export const NEEDS = [
  ['need-1', 'jsna-county', 'People in mental-health crisis wait in emergency departments', 'Attendances for mental-health crisis rose by a fifth in three years.', 'Adults, highest in Ashmere Quays'],
  ['need-2', 'jsna-county', 'People with severe mental illness die 15 to 20 years early', 'Four in ten had no full physical health check last year.', 'Adults with severe mental illness'],
  ['need-3', 'jsna-county', 'Children wait too long for mental-health support', 'One in three waits more than four weeks for a first assessment.', 'Children and young people to 17'],
  ['need-4', 'jsna-county', 'One child in three is not ready for school at five', 'The gap between the best and worst wards is 24 percentage points.', 'Children under 5'],
  ['need-5', 'jsna-county', 'Undiagnosed and untreated high blood pressure', 'About 38,000 people are thought to have high blood pressure and not know it.', 'Adults over 40'],
  ['need-6', 'jsna-county', 'Falls are the commonest cause of emergency admission over 80', 'Rates are higher than England in six of nine districts’ wards.', 'People aged 65 and over'],
  ['need-7', 'jsna-county', 'People stay in hospital because home care is not ready', 'On an average day 140 people are well enough to leave.', 'Older people and their carers'],
  ['need-8', 'jsna-thornley', 'Tooth decay in coastal children', 'Hospital extractions are twice the England rate.', 'Children under 10'],
  ['need-9', 'jsna-thornley', 'Smoking remains common in coastal wards', 'Nearly one adult in four smokes in Harbour and Sands wards.', 'Adults, routine and manual occupations'],
  ['need-10', 'jsna-thornley', 'Cancer is found late', 'Fewer than half of cancers are found at stage 1 or 2.', 'Adults in the most deprived fifth'],
  ['need-11', 'jsna-thornley', 'Loneliness among older and newly arrived people', 'One adult in twelve is often lonely; more in caravan parks and single-person homes.', 'Adults living alone'],
  ['need-12', 'jsna-thornley', 'Deaths from drugs and alcohol', 'Deaths have risen for four years running.', 'Adults aged 30 to 59'],
] as const
