export const SCENARIOS = [
  'verify',
  'fanout',
  'throughput',
  'memory',
  'join',
  'durability',
  'durabilityload',
  'killrounds',
  'storm',
  'stormone',
  'slow',
  'revoke',
] as const
export type ScenarioName = (typeof SCENARIOS)[number]
