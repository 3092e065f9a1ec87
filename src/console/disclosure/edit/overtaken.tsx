import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { timeOfDayAt } from '../../../days/plain-date.ts'
import { changesBetween } from '../../../disclosure/changes.ts'
import type { Content } from '../../../disclosure/content.ts'
import type { Revision } from '../../../disclosure/record.ts'
import { useReadable, Words } from '../changes-list.tsx'
import { type EditionAddress, editionKey, records } from '../records-api.ts'
import type { Keeper } from './keeper.ts'
import { Merging } from './merging.tsx'
import { useKept } from './use-keeper.ts'

/** Somebody was first: whose text stands, where the own one is, and how both come together, paragraph by paragraph. */
export function Overtaken({ keeper, edition }: { keeper: Keeper; edition: EditionAddress }) {
  const { keeping, content, revision } = useKept(keeper)
  const base = useQuery({
    queryKey: [...editionKey(edition), 'revision', revision],
    queryFn: () => records.revision(edition, revision),
  })
  if (keeping.state !== 'overtaken') return null
  const { by, aside } = keeping
  return (
    <section className="panel gap-below" aria-label="两份修改">
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        role="alert"
        title={`${by.savedName}先于您在 ${timeOfDayAt(by.savedAt)} 保存了第${by.revision}稿，现在以该稿为准。`}
        description={`您的文字没有丢失，已另存为第${aside}稿（修改稿），在“历次保存”里随时可以查看。`}
      />
      {base.isPending ? <p role="status">正在比对两份文本…</p> : null}
      {base.data ? (
        <Merging base={base.data.content} mine={content} by={by} onMerged={(merged) => keeper.putOnTop(merged)} />
      ) : null}
      {base.isError ? <SideBySide mine={content} by={by} /> : null}
      <div className="form-buttons">
        <Button onClick={() => keeper.putOnTop(content)}>只用我的文字</Button>
        <Button onClick={keeper.takeTheirs}>只用{by.savedName}的文字</Button>
      </div>
    </section>
  )
}

/** Where it cannot be told who changed what: both texts as they are. */
function SideBySide({ mine, by }: { mine: Content; by: Revision }) {
  const readable = useReadable()
  return (
    <table className="plain-table side-by-side">
      <caption className="read-only-text">两份文本不同之处</caption>
      <thead>
        <tr>
          <th scope="col">不同之处</th>
          <th scope="col">{by.savedName}的</th>
          <th scope="col">您的</th>
        </tr>
      </thead>
      <tbody>
        {changesBetween(by.content, mine).map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two removed paragraphs may stand at the same place
          <tr key={`${change.place} ${index}`}>
            <th scope="row">{change.label}</th>
            <td>
              <Words words={readable(change)} side="before" />
            </td>
            <td>
              <Words words={readable(change)} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
