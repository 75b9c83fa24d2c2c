import type { LeftOut } from '../../domain/comparison/area-reading'

/** Areas without a value that counts, each with why. */
export function Absent({ absent }: { readonly absent: readonly LeftOut[] }) {
  if (absent.length === 0) return null
  return (
    <ul className="areas-page-absent" aria-label="Areas that are not shown">
      {absent.map(({ area, why }) => (
        <li key={area.id}>{why}</li>
      ))}
    </ul>
  )
}
