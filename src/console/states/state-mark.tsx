/** How something stands: a word, a colour and a shape of its own, so that it is told apart without its colour. */
export function StateMark({ state, shape, label }: { state: string; shape: string; label: string }) {
  return (
    <span className="status-mark" data-status={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path fillRule="evenodd" d={shape} />
      </svg>
      {label}
    </span>
  )
}
