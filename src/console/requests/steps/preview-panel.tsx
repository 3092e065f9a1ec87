import { Alert, Spin } from 'antd'
import { ClockStrip } from '../case/clock-strip.tsx'
import { LetterPaper } from '../case/letter-paper.tsx'
import { CellList } from '../case/report-cells.tsx'
import type { Previewing } from './use-step-preview.ts'

/** What the step would do: the due day, the clock, the report cell, the letter. Nothing has happened yet. */
export function PreviewPanel({ preview: { preview, error, isReady, isFetching }, hideLetter }: PreviewPanelProps) {
  return (
    <section className="preview" aria-label="办理后的变化" aria-live="polite">
      <header>
        <h3>办理后</h3>
        {isFetching ? <Spin size="small" /> : null}
      </header>
      {error ? <Alert type="warning" showIcon title={error.message} /> : null}
      {isReady ? null : (
        <p className="quiet">填写完整后，这里显示期限怎样变动、文书怎样写。确认之前不会发生任何变化。</p>
      )}
      {preview && !error ? (
        <>
          <p className="note preview-sentence">{preview.sentence}</p>
          {preview.remarks.map((remark) => (
            <Alert key={remark} className="gap-below" type="warning" showIcon title={remark} />
          ))}
          {preview.clock && preview.after?.kind !== 'supplementByApplicant' ? (
            <ClockStrip clock={preview.clock} isConcluded={preview.after === null} />
          ) : null}
          {preview.cells.length > 0 ? (
            <>
              <h4>计入年度报告</h4>
              <CellList cells={preview.cells} />
            </>
          ) : null}
          {preview.letter && !hideLetter ? (
            <>
              <h4>将要发出的文书</h4>
              <LetterPaper letter={preview.letter} />
            </>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

interface PreviewPanelProps {
  readonly preview: Previewing
  readonly hideLetter?: boolean
}
