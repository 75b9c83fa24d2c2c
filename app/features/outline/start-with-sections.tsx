import { SECTION_KINDS } from '../../domain/sections/section-kinds'
import { Button } from '../../ui/button'

/** For a strategy without a chapter: what most integrated care strategies are made of. */
export function StartWithSections({ onStart }: { readonly onStart: () => void }) {
  return (
    <div className="outline-start">
      <p>
        Start with the {SECTION_KINDS.length} sections most integrated care strategies have. You can
        rename, move and remove each.
      </p>
      <Button type="button" small variant="primary" onClick={onStart}>
        Start with the usual sections
      </Button>
    </div>
  )
}
