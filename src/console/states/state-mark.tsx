/** The colour in which it is said how something stands; parts.css knows them. */
export type Tone = 'done' | 'underWay' | 'soon' | 'late' | 'quiet'

/** Colour and shape of a state. */
export type Mark = readonly [tone: Tone | undefined, shape: string]

/** How something stands: a word, a colour and a shape of its own, so that it is told apart without its colour. */
export function StateMark({ mark: [tone, shape], label }: { mark: Mark; label: string }) {
  return (
    <span className="status-mark" data-tone={tone}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path fillRule="evenodd" d={shape} />
      </svg>
      {label}
    </span>
  )
}

/** The same among other words, with a sign for its shape. */
export function StateWords({ mark: [tone, sign], label }: { mark: Mark; label: string }) {
  return (
    <span className="state-words" data-tone={tone}>
      <span aria-hidden="true">{sign}</span> {label}
    </span>
  )
}
