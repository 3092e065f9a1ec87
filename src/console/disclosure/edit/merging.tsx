import { Button, Radio } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import { changesBetween } from '../../../disclosure/changes.ts'
import type { Content } from '../../../disclosure/content.ts'
import { type Choice, mergeContents } from '../../../disclosure/merge-contents.ts'
import type { Conflict } from '../../../disclosure/merge-texts.ts'
import type { Revision } from '../../../disclosure/record.ts'
import { wordChanges } from '../../../text/word-changes.ts'
import { ChangesList, Words } from '../changes-list.tsx'

/** What only one of the two changed is taken over and shown; of what both changed the writer says which words count. */
export function Merging({ base, mine, by, onMerged }: MergingProps) {
  const { conflicts, told, withChoices } = useMemo(() => mergeContents(base, mine, by.content), [base, mine, by])
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({})
  const missing = conflicts.filter((_, at) => choices[at] === undefined).length
  const merged = withChoices(conflicts.map((_, at) => choices[at] ?? 'theirs'))
  const added = changesBetween(by.content, merged)
  return (
    <div className="stacked gap-12 gap-below">
      {conflicts.length > 0 ? (
        <Conflicts
          by={by}
          conflicts={conflicts}
          choices={choices}
          onChoose={(at, choice) => setChoices({ ...choices, [at]: choice })}
        />
      ) : (
        <p>两人改的文字不在同一处，可以合在一起，一个字也不少。</p>
      )}
      {told.map((words) => (
        <p key={words}>{words}。</p>
      ))}
      {added.length > 0 ? (
        <>
          <h3>
            合并后，与{by.savedName}的第{by.revision}稿相比
          </h3>
          <ChangesList changes={added} />
        </>
      ) : (
        <p>
          合并后与{by.savedName}的第{by.revision}稿相同。
        </p>
      )}
      <div className="form-buttons">
        <Button type="primary" disabled={missing > 0} onClick={() => onMerged(merged)}>
          合并两份修改，接着写
        </Button>
        {missing > 0 ? <span className="quiet">还有{missing}处请先选定用谁的</span> : null}
      </div>
    </div>
  )
}

interface MergingProps {
  /** The text from which both went on. */
  readonly base: Content
  readonly mine: Content
  readonly by: Revision
  readonly onMerged: (merged: Content) => void
}

/** The same place changed by both: their words side by side, and the choice. */
function Conflicts({ by, conflicts, choices, onChoose }: ConflictsProps) {
  return (
    <table className="plain-table side-by-side">
      <caption>两人改了同一处，请逐处选定</caption>
      <thead>
        <tr>
          <th scope="col">位置</th>
          <th scope="col">
            {by.savedName}的（第{by.revision}稿）
          </th>
          <th scope="col">您的</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map(({ label, mine, theirs, mayKeepBoth }, at) => {
          const words = wordChanges(theirs, mine)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the choices are kept by the same place
            <Fragment key={at}>
              <tr>
                <th scope="row" rowSpan={2}>
                  {label}
                </th>
                <td>
                  <Words words={words} side="before" />
                </td>
                <td>
                  <Words words={words} side="after" />
                </td>
              </tr>
              <tr>
                <td colSpan={2}>
                  <Radio.Group
                    aria-label={`${label}用谁的`}
                    value={choices[at] ?? null}
                    onChange={({ target }) => onChoose(at, target.value)}
                    options={[
                      { value: 'theirs', label: `用${by.savedName}的` },
                      { value: 'mine', label: '用我的' },
                      ...(mayKeepBoth ? [{ value: 'both', label: '两段都留' }] : []),
                    ]}
                  />
                </td>
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

interface ConflictsProps {
  readonly by: Revision
  readonly conflicts: readonly Conflict[]
  readonly choices: Readonly<Record<number, Choice>>
  readonly onChoose: (at: number, choice: Choice) => void
}
