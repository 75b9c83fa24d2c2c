import { useRef } from 'react'
import { useClosing } from './use-closing'
import './export-menu.css'

interface ExportMenuProps {
  readonly strategyId: string
}

/** In the order people ask for them; the server's list decides what there is. */
const CHOICES = [
  { format: 'docx', label: 'Word document', use: 'For papers and for adding to other documents' },
  { format: 'pdf', label: 'PDF', use: 'Tagged for screen readers, for printing and filing' },
  { format: 'html', label: 'Web page', use: 'One file that opens in any browser and prints well' },
  { format: 'md', label: 'Markdown', use: 'Plain text with light marks' },
  { format: 'json', label: 'JSON', use: 'Chapters, blocks and links for other programs' },
] as const

/** The draft in every format. Plain links that open under a button: they work by keyboard, in a new tab and without JavaScript. */
export function ExportMenu({ strategyId }: ExportMenuProps) {
  const ref = useRef<HTMLDetailsElement>(null)
  useClosing(ref)
  return (
    <details className="export-menu" ref={ref}>
      <summary className="export-menu-button">Export</summary>
      <div className="export-menu-panel">
        <p className="export-menu-what">
          Saves the working text, marked as a draft. Editions are on the agreement page.
        </p>
        <ul>
          {CHOICES.map(({ format, label, use }) => (
            <li key={format}>
              <a href={`/strategies/${encodeURIComponent(strategyId)}/export/${format}`}>
                <span className="export-menu-label">{label}</span>
                <span className="export-menu-use">{use}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
