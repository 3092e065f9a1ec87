import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { cellName } from '../../report/cell-name.ts'
import { arithmeticFindings } from '../../report/check/arithmetic.ts'
import { declaredFormat } from '../../report/declared-format.ts'
import { CellTyped, officeInputs, type TypedCell } from '../../report/filing/filing-event.ts'
import type { FilingView } from '../../report/filing/filing-view.ts'
import { withTyped } from '../../report/filing/typed-cells.ts'
import { type Finding, type ReportFault, unreadOf } from '../../report/finding.ts'
import { type AnnualReport, type CellRef, cellId, figure } from '../../report/report.ts'
import { cellsOf, cellWithId } from '../../report/sheet.ts'
import { useDraft } from '../drafts.ts'
import { findingsAt } from '../report/places.ts'
import { StatutoryTables } from '../report/statutory-tables.tsx'
import { FiledFindings } from './filed-findings.tsx'
import { filings, filingsKey } from './filing-api.ts'
import { OriginalPart } from './original-part.tsx'

interface Typed {
  /** By cell, what stands in the field now; where nothing was typed, what was read. */
  readonly figures: Readonly<Record<string, string>>
  readonly isCompared: boolean
}

/** The original beside what was read of it: each cell is looked at, typed where it was not read or read otherwise, then filed. */
export function ComparePart({ view }: { view: FilingView }) {
  const { report, original, year, filer, seq } = view
  const [typed, keep, forget] = useDraft<Typed>(`compare ${year} ${filer.id} ${original?.sha256 ?? ''}`, {
    figures: {},
    isCompared: false,
  })
  const [opened, open] = useState<CellRef | null>(null)
  const client = useQueryClient()
  const filing = useMutation({
    mutationFn: (input: unknown) => filings.take({ year, filer: filer.id }, 'confirm', seq, input),
    onSuccess: async () => {
      forget()
      await client.invalidateQueries({ queryKey: filingsKey })
    },
  })
  if (!report || !original) return null
  const differing = typedCells(report, typed.figures)
  const wrong = differing.filter((each) => !CellTyped.safeParse(each).success)
  const faults = wrong.length === 0 ? sumFaults(report, differing, view.findings) : []
  const changed = differing.filter(({ cell }) => typed.figures[cell] !== undefined).length
  const blank = differing.filter(({ value }) => value === null).length
  const whyNot = view.steps.find(({ name }) => name === 'confirm')?.why ?? null
  return (
    <>
      <Alert
        className="gap-below"
        type="info"
        showIcon
        title="原件与读出的数字并列。逐格对照（点到哪一格，PDF原件就翻到它所在的页）：没有读出的（标“待填”）照原件填写，读错的改正；原件没有载明的留空，不要填0。"
      />
      <FiledFindings findings={view.findings} />
      <div className="beside">
        <OriginalPart view={view} original={original} opened={opened} />
        <section aria-label="读出的数字">
          <StatutoryTables
            format={declaredFormat(report)}
            figure={(cell) => (
              <TypedFigure
                cell={cell}
                view={view}
                report={report}
                value={typed.figures[cellId(cell)]}
                onOpen={() => open(cell)}
                onType={(value) => keep({ isCompared: false, figures: { ...typed.figures, [cellId(cell)]: value } })}
              />
            )}
          />
        </section>
      </div>
      <section className="panel no-print" aria-label="登记报送">
        <p className="gap-below">
          {changed > 0 ? `改动${changed}格。` : '没有改动。'}
          {blank > 0 ? `${blank}格没有读出也没有填写，按原件没有载明登记。` : ''}
          {wrong.length > 0 ? (
            <strong className="late-words">
              {`有${wrong.length}格填的不是数字，或者件数不是整数：${wrong.map(({ cell }) => nameOf(report, cell)).join('；')}`}
            </strong>
          ) : null}
        </p>
        {faults.length > 0 ? (
          <Alert
            className="gap-below"
            type="warning"
            showIcon
            title="按现在的数字，有合计不符，请再对照原件；原件就是这样的，不要改"
            description={
              <ul className="plain-list">
                {faults.map(({ code, row, column, message }) => (
                  <li key={`${code} ${row} ${column}`}>{message}</li>
                ))}
              </ul>
            }
          />
        ) : null}
        <p className="gap-below">
          <Checkbox
            checked={typed.isCompared}
            disabled={wrong.length > 0}
            onChange={({ target }) => keep({ ...typed, isCompared: target.checked })}
          >
            各格都已对照原件核对
          </Checkbox>
        </p>
        {filing.error ? (
          <Alert className="gap-below" type="error" showIcon role="alert" title={filing.error.message} />
        ) : null}
        <Button
          type="primary"
          disabled={!typed.isCompared || wrong.length > 0 || whyNot !== null}
          loading={filing.isPending}
          onClick={() => filing.mutate(officeInputs.confirm.parse({ typed: differing, isCompared: true }))}
        >
          登记报送
        </Button>{' '}
        <span className="quiet">{whyNot ?? '登记以后由另一人审核通过，才计入汇总。'}</span>
      </section>
    </>
  )
}

const nameOf = (report: AnnualReport, id: string): string => {
  const format = declaredFormat(report)
  const cell = cellWithId(format, id)
  return cell ? cellName(format, cell) : id
}

/** Sums that the figures as they stand in the fields contradict: seen while one compares, not afterwards. */
function sumFaults(read: AnnualReport, typed: readonly TypedCell[], findings: readonly Finding[]): ReportFault[] {
  const unread = new Set(
    [...unreadOf(findings)].filter((name) => !typed.some(({ cell }) => cell.startsWith(`${name}/`))),
  )
  return arithmeticFindings(withTyped(read, typed), declaredFormat(read), unread)
}

/** What stands otherwise in the fields than it was read; of what was not read, that it is left blank. */
function typedCells(report: AnnualReport, figures: Typed['figures']): TypedCell[] {
  return cellsOf(declaredFormat(report)).flatMap((cell) => {
    const read = figure(report, cell)
    const typed = figures[cellId(cell)]
    if (typed === undefined) return read === null ? [{ cell: cellId(cell), value: null }] : []
    const value = plain(typed)
    return read !== null && value === String(read) ? [] : [{ cell: cellId(cell), value }]
  })
}

const plain = (typed: string): string | null => typed.normalize('NFKC').replaceAll(',', '').trim() || null

interface TypedFigureProps {
  readonly cell: CellRef
  readonly view: FilingView
  readonly report: AnnualReport
  /** Undefined where nothing was typed. */
  readonly value: string | undefined
  readonly onOpen: () => void
  readonly onType: (value: string) => void
}

function TypedFigure({ cell, view, report, value, onOpen, onType }: TypedFigureProps) {
  const read = figure(report, cell)
  const found = findingsAt(view.findings, cell)
  const isMissing = read === null && value === undefined
  return (
    <input
      className="figure figure-field"
      inputMode="decimal"
      aria-label={`${cellName(declaredFormat(report), cell)}${isMissing ? '，没有读出' : ''}`}
      title={found.map(({ message }) => message).join('；')}
      placeholder="待填"
      data-found={isMissing || found.some(({ severity }) => severity === 'error') ? 'error' : undefined}
      aria-invalid={value !== undefined && !CellTyped.safeParse({ cell: cellId(cell), value: plain(value) }).success}
      data-typed={value !== undefined && value !== String(read ?? '') ? 'typed' : undefined}
      value={value ?? String(read ?? '')}
      onFocus={onOpen}
      onChange={({ target }) => onType(target.value)}
    />
  )
}
