import type { AssuranceIcon, VariationIcon } from '../../domain/spc/icons'
import './spc-mark.css'

/** A variation or assurance icon: a letter in a ring, always with its words beside it. */
export function SpcMark({ icon }: { readonly icon: VariationIcon | AssuranceIcon }) {
  return (
    <span className={`spc-mark spc-mark-${icon.kind}`}>
      <span className="spc-mark-letter" aria-hidden="true">
        {icon.letter}
      </span>
      {icon.words}
    </span>
  )
}
