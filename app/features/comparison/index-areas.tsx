import { formatScore } from '../../domain/comparison/index-words'
import type { AreaIndex } from '../../domain/comparison/integration-index'
import { CHASMS } from '../../domain/vocabularies/true-north'
import { DataTable } from '../../ui/data-table'

interface IndexAreasProps {
  readonly areas: readonly AreaIndex[]
  readonly ownId: string
}

const LAST = Number.MAX_SAFE_INTEGER

/** Every area with the three scores its index is made of, the best integrated first. */
export function IndexAreas({ areas, ownId }: IndexAreasProps) {
  const inOrder = areas.toSorted((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST))
  const shown = (score: number | null) => (score === null ? 'None' : formatScore(score))
  return (
    <section aria-labelledby="areas">
      <h2 id="areas">All areas compared</h2>
      <details>
        <summary>Show {areas.length} areas in order</summary>
        <DataTable caption="Areas, the best integrated first. Each chasm weighs a third.">
          <thead>
            <tr>
              <th scope="col">Rank</th>
              <th scope="col">Area</th>
              <th scope="col" className="number">
                Index
              </th>
              {CHASMS.map(({ id, label }) => (
                <th key={id} scope="col" className="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder.map(({ area, rank, index, chasms }) => (
              <tr key={area.id}>
                <td>{rank ?? 'None'}</td>
                <th scope="row">
                  {area.name}
                  {area.id === ownId ? ' (this area)' : ''}
                </th>
                <td className="number">{shown(index)}</td>
                {chasms.map(({ chasm, score }) => (
                  <td key={chasm} className="number">
                    {shown(score)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </details>
    </section>
  )
}
