import './view-switch.css'

interface View<Id extends string> {
  readonly id: Id
  readonly label: string
  /** How many open things wait there; none is not shown. */
  readonly count?: number
}

interface ViewSwitchProps<Id extends string> {
  readonly label: string
  readonly views: readonly View<Id>[]
  readonly current: Id
  readonly onChange: (id: Id) => void
}

/** Two or three ways to look at one thing, on buttons that say which is shown. */
export function ViewSwitch<Id extends string>({
  label,
  views,
  current,
  onChange,
}: ViewSwitchProps<Id>) {
  return (
    <fieldset className="view-switch" aria-label={label}>
      {views.map(({ id, label: name, count = 0 }) => (
        <button
          key={id}
          type="button"
          className="view-switch-button"
          aria-pressed={id === current}
          // What is selected in the text stays selected.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChange(id)}
        >
          {name}
          {count > 0 ? <span className="view-switch-count"> {count}</span> : null}
        </button>
      ))}
    </fieldset>
  )
}
