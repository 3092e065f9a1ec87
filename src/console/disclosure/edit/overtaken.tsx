import { Alert, Button } from 'antd'
import { timeOfDayAt } from '../../../days/plain-date.ts'
import { changesBetween } from '../../../disclosure/changes.ts'
import { useReadable, Words } from '../changes-list.tsx'
import type { Keeper } from './keeper.ts'
import { useKept } from './use-keeper.ts'

/** Somebody was first: whose text stands, where the own one is, both side by side, and the choice. */
export function Overtaken({ keeper }: { keeper: Keeper }) {
  const { keeping, content } = useKept(keeper)
  const readable = useReadable()
  if (keeping.state !== 'overtaken') return null
  const { by, aside } = keeping
  const changes = changesBetween(by.content, content)
  return (
    <section className="panel gap-below" aria-label="两份修改">
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        role="alert"
        title={`${by.savedName}先于您在 ${timeOfDayAt(by.savedAt)} 保存了第${by.revision}稿，现在以他的文本为准。`}
        description={`您的文字没有丢失，已另存为第${aside}稿（修改稿），在“历次保存”里随时可以查看。请比对后选择。`}
      />
      <table className="plain-table side-by-side">
        <caption className="read-only-text">两份文本不同之处</caption>
        <thead>
          <tr>
            <th scope="col">不同之处</th>
            <th scope="col">
              {by.savedName}的（第{by.revision}稿）
            </th>
            <th scope="col">您的（第{aside}稿）</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
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
      {changes.length === 0 ? <p>两份文本的文字相同。</p> : null}
      <div className="form-buttons">
        <Button onClick={() => keeper.putMineOnTop()}>用我的文字，存在他的稿子之后</Button>
        <Button type="primary" onClick={keeper.takeTheirs}>
          采用{by.savedName}的文本，接着修改
        </Button>
      </div>
    </section>
  )
}
