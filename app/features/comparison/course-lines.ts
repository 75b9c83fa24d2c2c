import { CHASMS } from '../../domain/vocabularies/true-north'
import type { IndexPoint } from '../../../server/services/comparison/read-integration'

export interface CourseLine {
  /** Stands at the line's end where there is no room for the label. */
  readonly sign: string
  readonly label: string
  readonly dash: string | undefined
  readonly scores: readonly (number | null)[]
}

const DASHES = ['7 4', '2 3', '10 3 2 3']

/** The whole index, then each chasm; each with a look of its own that is not only a colour. */
export function listCourseLines(course: readonly IndexPoint[]): CourseLine[] {
  const whole = {
    sign: 'Index',
    label: 'The whole index',
    dash: undefined,
    scores: course.map(({ index }) => index),
  }
  const chasms = CHASMS.map(({ id, label }, at) => ({
    sign: 'ABC'.charAt(at),
    label,
    dash: DASHES[at],
    scores: course.map(({ chasms }) => chasms.find(({ chasm }) => chasm === id)?.score ?? null),
  }))
  return [whole, ...chasms].filter(({ scores }) => scores.some((score) => score !== null))
}
