import { numberEdition } from '../../domain/signoff/edition-label'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { EditionSummary, SigningBody, SignOff } from '../../domain/signoff/agreement'
import { EDITION_STATE_LABELS, shortenHash } from '../../domain/signoff/agreement-words'
import type { EditionContent } from '../../domain/signoff/edition-content'
import type { Chapter, ProseNode } from '../../domain/strategy/strategy'
import { PageHeading } from '../../ui/page-heading'
import { Hash } from './edition-facts'
import { EditionDownloads } from './edition-history'
import { SignOffTable } from './sign-off-table'
import './agreement-page.css'
import './edition-page.css'

interface EditionPageProps {
  readonly edition: EditionSummary
  readonly content: EditionContent
  readonly bodies: readonly SigningBody[]
  readonly signOffs: readonly SignOff[]
  /** Prose with its blocks, drawn by the features that know how. */
  readonly renderChapter: (nodes: readonly ProseNode[]) => ReactNode
}

/** The frozen text as it was submitted; nothing on this page comes from a row that can change. */
export function EditionPage({
  edition,
  content,
  bodies,
  signOffs,
  renderChapter,
}: EditionPageProps) {
  const { strategy } = content
  const { chapters } = content.content
  return (
    <>
      <div className="edition-banner" role="note">
        <p className="edition-banner-title">
          EDITION {numberEdition(edition)} · {shortenHash(edition.hash)} ·{' '}
          {EDITION_STATE_LABELS[edition.state]}
        </p>
        <p className="edition-banner-text">
          This text is frozen and cannot be edited.{' '}
          <Link to={`/strategies/${strategy.id}/agreement`}>Agreement of this strategy</Link>
        </p>
        {edition.changeNote ? (
          <p className="edition-banner-text">What changed: {edition.changeNote}</p>
        ) : null}
      </div>
      <PageHeading
        title={strategy.title}
        kicker={strategy.partnershipName}
        lead={`${strategy.horizonFrom} to ${strategy.horizonTo}`}
        action={<EditionDownloads strategyId={strategy.id} number={edition.number} />}
      />
      <nav className="edition-contents" aria-label="Chapters">
        <ol>
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <a href={`#chapter-${chapter.id}`}>{titleOf(chapter)}</a>
            </li>
          ))}
        </ol>
      </nav>
      {chapters.map((chapter) => (
        <section
          key={chapter.id}
          className="edition-chapter"
          aria-labelledby={`chapter-${chapter.id}`}
        >
          <h2 id={`chapter-${chapter.id}`}>{titleOf(chapter)}</h2>
          {renderChapter(chapter.nodes.map(lowerHeading))}
        </section>
      ))}
      <section aria-labelledby="edition-sign-offs">
        <h2 id="edition-sign-offs">Sign-offs</h2>
        <SignOffTable bodies={bodies} signOffs={signOffs} edition={edition} />
        <h2 className="agreement-heading">Fingerprint (SHA-256)</h2>
        <Hash hash={edition.hash} />
      </section>
    </>
  )
}

function titleOf(chapter: Chapter): string {
  return chapter.title || 'Chapter without a title'
}

/** Chapters are headings of the second level on this page, so what stands in them goes one lower. */
function lowerHeading(node: ProseNode): ProseNode {
  return node.type === 'heading' ? { ...node, level: node.level === 2 ? 3 : 4 } : node
}
