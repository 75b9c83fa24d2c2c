import { z } from 'zod'
import {
  FREQUENCIES,
  METRIC_ROLES,
  METRIC_SCOPES,
  POLARITIES,
  VALUE_TYPES,
  YEAR_TYPES,
} from '../../app/domain/metrics/metric'

/** The columns that hold one of a few words. */
export const metricKinds = z.object({
  valueType: z.enum(VALUE_TYPES),
  polarity: z.enum(POLARITIES),
  frequency: z.enum(FREQUENCIES),
  yearType: z.enum(YEAR_TYPES),
  scope: z.enum(METRIC_SCOPES),
  role: z.enum(METRIC_ROLES),
})
