import { Button, DialogTrigger, Popover } from 'react-aria-components'
import type * as Y from 'yjs'
import {
  type TextFigures,
  describeReadingAge,
  describeReadingTime,
  describeWords,
} from './text-figures'
import { useTextFigures } from './use-text-figures'
import '../../../ui/menu.css'
import './about-text.css'

interface OpenedAboutProps {
  readonly className: string
  readonly label: string
  readonly doc: Y.Doc
  readonly chapterId: string | null
}

/** The button with its panel, open to begin with. */
export function OpenedAbout({ className, label, ...props }: OpenedAboutProps) {
  return (
    <DialogTrigger defaultOpen>
      <Button className={className}>{label}</Button>
      <Popover
        className="menu-popover about-text-popover"
        placement="bottom start"
        aria-label={label}
      >
        <div className="about-text">
          <h2 className="about-text-title">{label}</h2>
          <Figures {...props} />
        </div>
      </Popover>
    </DialogTrigger>
  )
}

function Figures({ doc, chapterId }: Omit<OpenedAboutProps, 'className' | 'label'>) {
  const figures = useTextFigures(doc, chapterId)
  if (!figures) return <p>Counting…</p>
  return (
    <>
      <h3 className="about-text-part">This chapter</h3>
      <FigureList figures={figures.chapter} />
      <h3 className="about-text-part">The whole strategy</h3>
      <FigureList figures={figures.strategy} />
      <p className="about-text-note">
        The reading age comes from the Flesch-Kincaid formula: the average length of sentences and
        words in English. It is a hint, not a mark. Aim for 12 to 14.
      </p>
    </>
  )
}

function FigureList({ figures }: { readonly figures: TextFigures }) {
  return (
    <dl className="about-text-list">
      <dt>Length</dt>
      <dd>{describeWords(figures)}</dd>
      <dt>Reading time</dt>
      <dd>{describeReadingTime(figures)}</dd>
      <dt>Reading age</dt>
      <dd>{describeReadingAge(figures)}</dd>
    </dl>
  )
}
