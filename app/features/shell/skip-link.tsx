import './skip-link.css'

/** The first thing the Tab key reaches on every page. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#main">
      Skip to the main part
    </a>
  )
}
