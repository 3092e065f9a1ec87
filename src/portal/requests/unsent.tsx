interface UnsentProps {
  readonly texts: readonly string[]
  /** By name. */
  readonly files: readonly string[]
  /** What can still be done with it. */
  readonly what: string
}

/** What was typed and could not be handed in: it is lost to nobody who still needs it. */
export function Unsent({ texts, files, what }: UnsentProps) {
  const typed = texts.filter((text) => text.trim() !== '')
  if (typed.length + files.length === 0) return null
  return (
    <section aria-labelledby="unsent" className="to-do">
      <h2 id="unsent">您刚才填写、没有提交的内容</h2>
      <p>{what}</p>
      {typed.map((text) => (
        <textarea key={text} rows={5} readOnly aria-label="没有提交的内容" defaultValue={text} />
      ))}
      {files.length > 0 && <p>没有提交的文件：{files.join('、')}</p>}
    </section>
  )
}
