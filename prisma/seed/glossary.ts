/** [word, what it means, what to write instead] */
export const GLOSSARY = [
  ['ICB', 'Integrated care board: the NHS organisation that plans and pays for most health services in the area.', ''],
  ['ICP', 'Integrated care partnership: the councils, the NHS and others who write this strategy together.', ''],
  ['HWB', 'Health and Wellbeing Board: the committee of a county or city council that agrees local health priorities.', ''],
  ['JSNA', 'Joint Strategic Needs Assessment: what each council and its partners found out about people’s health and care needs.', ''],
  ['Core20PLUS5', 'The NHS’s approach to unfair differences in health: the most deprived fifth of people, groups chosen locally, and five clinical areas.', ''],
  ['section 75', 'Part of the NHS Act 2006 that lets the NHS and councils pool money and run services together.', ''],
  ['crisis', 'When somebody’s mental health gets so bad that they need help the same day.', ''],
  ['stakeholder', 'Anybody with an interest in what is decided.', 'people and organisations with a say'],
  ['co-production', 'Deciding with the people a service is for, as equals.', 'deciding together'],
  ['signposting', 'Telling somebody where to find help.', 'telling people where to go'],
] as const
