import { Alert } from 'antd'
import type { HowToRead, ImportAnswer, ImportPreview } from '../../../ledgers/imports/import-view.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { type Mapping, noMapping } from '../../../workbooks/mapping.ts'
import { HiddenQuestion, ProblemTable } from '../../lists/import-faults.tsx'
import { HeadsForm } from './heads-form.tsx'
import { ImportReady } from './import-ready.tsx'
import { UnknownWords } from './unknown-words.tsx'

/** What is still to be said of a file before it can be taken in, and what it would do. */
export function ImportSteps({ file, how: asked, preview, isBusy, onHow, onDone }: ImportStepsProps) {
  const { heads, mappings, isAsking, problems, count, unknown, counts, skipped } = preview
  const how: HowToRead = { ...asked, mappings }
  const read = (ledger: RowLedgerId, mapping: Mapping) =>
    onHow({ ...how, mappings: { ...mappings, [ledger]: mapping } })
  const addWords = (ledger: RowLedgerId, column: string, words: Readonly<Record<string, string>>) => {
    const mapping = mappings[ledger] ?? noMapping
    const all = { ...mapping.words[column], ...words }
    read(ledger, { ...mapping, words: { ...mapping.words, [column]: all } })
  }
  return (
    <>
      {heads.map((sheet) => {
        const ledger = RowLedgerId.parse(sheet.ledger)
        const mapping = mappings[ledger]
        return (
          <HeadsForm
            key={`${sheet.sheet} ${JSON.stringify([sheet.heads, mapping])}`}
            sheet={sheet}
            mapping={mapping}
            isBusy={isBusy}
            onMapping={(said) => read(ledger, said)}
          />
        )
      })}
      {skipped.length > 0 ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={`没有读取：${skipped.join('、')}。是台账的，请在上面选择导入到哪一张台账。`}
        />
      ) : null}
      {problems.some(({ asks }) => asks === 'hidden') ? (
        <div className="gap-below">
          <HiddenQuestion isBusy={isBusy} onAnswer={(hidden) => onHow({ ...how, hidden })} />
        </div>
      ) : null}
      {unknown.length > 0 ? (
        <UnknownWords unknown={unknown} isBusy={isBusy} onAgain={() => onHow(how)} onWords={addWords} />
      ) : null}
      {count > 0 ? (
        <section className="panel gap-below" aria-label="检查结果">
          <Alert type="error" showIcon title={`共${count}处错误，还不能导入。请改正后重新选择文件。`} />
          {count > problems.length ? <p className="quiet gap-above">以下是前{problems.length}处。</p> : null}
          <ProblemTable problems={problems} />
        </section>
      ) : null}
      {counts && !isAsking ? (
        <ImportReady file={file} how={how} preview={preview} isBusy={isBusy} onDone={onDone} />
      ) : null}
    </>
  )
}

interface ImportStepsProps {
  readonly file: File
  readonly how: HowToRead
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly onHow: (how: HowToRead) => void
  readonly onDone: (answer: ImportAnswer) => void
}
