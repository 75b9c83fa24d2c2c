import { formatScore } from '../../domain/comparison/index-words'
import { formatDate, formatShortDate } from '../../domain/dates/format-date'
import { CHASMS } from '../../domain/vocabularies/true-north'
import type { IndexPoint } from '../../../server/services/comparison/read-integration'
import { ChartFrame } from '../../ui/chart-frame'
import { DataTable } from '../../ui/data-table'
import { CourseChart } from './course-chart'
import { listCourseLines } from './course-lines'

interface IndexCourseProps {
  readonly course: readonly IndexPoint[]
  readonly area: string
}

/** How the index moved over the quarters. */
export function IndexCourse({ course, area }: IndexCourseProps) {
  if (course.length === 0)
    return (
      <section aria-labelledby="course">
        <h2 id="course">How it moved</h2>
        <p>No quarter of the last two years has a score yet.</p>
      </section>
    )
  const sentence = describeCourse(course, area)
  const name = `Integration index of ${area} over time. ${sentence}`
  const lines = listCourseLines(course)
  return (
    <ChartFrame
      title="How the index moved"
      sentence={`${sentence} Scores compare areas: one can rise because the others fell.`}
      chart={
        <>
          <div className="metric-figure-wide">
            <CourseChart course={course} lines={lines} name={name} isNarrow={false} />
          </div>
          <div className="metric-figure-narrow">
            <CourseChart course={course} lines={lines} name={name} isNarrow />
            <ul className="integration-page-key">
              {lines.map(({ sign, label }) => (
                <li key={sign}>
                  <b>{sign}</b> {label}
                </li>
              ))}
            </ul>
          </div>
        </>
      }
      table={<CourseTable course={course} />}
      source="At the end of each quarter, from the values as they stand now and the areas there were on that day."
    />
  )
}

function describeCourse(course: readonly IndexPoint[], area: string): string {
  const whole = course.filter(({ index }) => index !== null)
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last) return `No quarter has a whole index of ${area}, only single chasms.`
  const now = `${formatScore(last.index ?? 0)} on ${formatDate(last.day)}, ${last.rank} of ${last.of} areas`
  if (first === last) return `The index of ${area} is ${now}.`
  return `The index of ${area} went from ${formatScore(first.index ?? 0)} on ${formatDate(first.day)} to ${now}.`
}

function CourseTable({ course }: Pick<IndexCourseProps, 'course'>) {
  const shown = (score: number | null) => (score === null ? 'None' : formatScore(score))
  return (
    <DataTable caption="The index at the end of each quarter" captionHidden>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" className="number">
            Index
          </th>
          <th scope="col" className="number">
            Rank
          </th>
          {CHASMS.map(({ id, label }) => (
            <th key={id} scope="col" className="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {course.map(({ day, index, rank, of, chasms }) => (
          <tr key={day}>
            <th scope="row">{formatShortDate(day)}</th>
            <td className="number">{shown(index)}</td>
            <td className="number">{rank === null ? 'None' : `${rank} of ${of}`}</td>
            {CHASMS.map(({ id }) => (
              <td key={id} className="number">
                {shown(chasms.find(({ chasm }) => chasm === id)?.score ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
