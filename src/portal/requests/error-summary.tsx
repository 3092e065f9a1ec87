/** Everything that is wrong with a form, first of all on the page, each with a link to its field. */
export function ErrorSummary({ problems }: { readonly problems: ReadonlyMap<string, string> }) {
  if (problems.size === 0) return null
  return (
    <div className="error-summary" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">有{problems.size}处需要改正</h2>
      <ul>
        {[...problems].map(([field, message]) => (
          <li key={field}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
