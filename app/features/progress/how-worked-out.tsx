const HOW = 'how-worked-out'

export function HowLink() {
  return <a href={`#${HOW}`}>How this is worked out</a>
}

/** The rules of the roll-up as people read them (rules TG27–TG30). */
export function HowWorkedOut() {
  return (
    <section className="overview-how" aria-labelledby={HOW}>
      <h2 id={HOW} tabIndex={-1}>
        How this is worked out
      </h2>
      <ul>
        <li>
          An objective is where its metric furthest from the target is. From furthest to nearest:
          missed, no better than the baseline, off course, due and awaiting a value, target not met,
          on course, met. Metrics without a target or a value count only when there is no other.
        </li>
        <li>
          A priority counts its objectives by state. Behind means missed, no better than the
          baseline, or off course. Objectives that cannot be judged are counted, and never said to
          be on course.
        </li>
        <li>
          A goal is judged by its own long-term metric alone. Its priorities are counted beside it
          and never change it.
        </li>
        <li>
          Nothing is weighted or averaged, and there is no percentage and no red, amber or green.
        </li>
      </ul>
    </section>
  )
}
