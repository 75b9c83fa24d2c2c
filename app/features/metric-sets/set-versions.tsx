import { Form, Link } from '@remix-run/react'
import { formatInstant } from '../../domain/dates/format-date'
import { countOf } from '../../domain/numbers/format-number'
import type { SetChanges } from '../../domain/metric-sets/compare-sets'
import { shortenHash } from '../../domain/signoff/agreement-words'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/select-field'
import { SetChangesList } from './set-changes'

export interface ShownVersion {
  readonly number: number
  readonly sha256: string
  readonly note: string
  readonly personName: string
  readonly at: string
  readonly metrics: number
}

export interface ShownComparison {
  readonly from: number
  readonly to: number
  readonly changes: SetChanges
  readonly sentence: string
}

interface SetVersionsProps {
  /** Newest first. */
  readonly versions: readonly ShownVersion[]
  readonly shown: number
  readonly compared: ShownComparison | null
}

/** Every version there was, and what two of them say differently. */
export function SetVersions({ versions, shown, compared }: SetVersionsProps) {
  return (
    <>
      <ul className="set-list">
        {versions.map(({ number, sha256, note, personName, at, metrics }) => (
          <li key={number}>
            {number === shown ? (
              <b>Version {number}, shown above</b>
            ) : (
              <Link to={`?version=${number}`}>Version {number}</Link>
            )}
            {note ? <p>{note}</p> : null}
            <p className="set-detail">
              {personName}, {formatInstant(at)}. {countOf(metrics, 'metric')}. Fingerprint{' '}
              {shortenHash(sha256)}.
            </p>
          </li>
        ))}
      </ul>
      {versions.length > 1 ? <CompareForm versions={versions} compared={compared} /> : null}
      {compared ? (
        <section aria-labelledby="compared">
          <h3 id="compared">
            From version {compared.from} to version {compared.to}
          </h3>
          <p>{compared.sentence}</p>
          <SetChangesList changes={compared.changes} />
        </section>
      ) : null}
    </>
  )
}

function CompareForm({ versions, compared }: Pick<SetVersionsProps, 'versions' | 'compared'>) {
  const newest = versions[0]?.number ?? 1
  const options = versions.map(({ number }) => ({
    value: String(number),
    label: `Version ${number}`,
  }))
  return (
    <Form method="get" className="set-compare" preventScrollReset>
      <SelectField
        label="From"
        name="from"
        options={options}
        defaultValue={String(compared?.from ?? newest - 1)}
      />
      <SelectField
        label="To"
        name="to"
        options={options}
        defaultValue={String(compared?.to ?? newest)}
      />
      <Button>Show what changed</Button>
    </Form>
  )
}
