import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { CorrectionView, MovedReports } from '../../../ledgers/rows/correction.ts'
import { reportsWords } from '../../../ledgers/rows/reports-words.ts'
import { rowDeciders } from '../../../ledgers/rows/row-deciders.ts'
import { holds, useMe } from '../../session/me.ts'
import { officeTime } from '../../words.ts'
import { EffectList } from '../effect-list.tsx'
import { ledgers } from '../ledgers-api.ts'
import { ChangedLines } from './changed-lines.tsx'
import type { OpenedRow } from './opened-row.ts'
import { useTell } from './row-dialogs.tsx'
import { CorrectionWaits } from './waiting.tsx'

/** What waits for a second person: whoever proposed it may take it back, another may agree or not. */
export function WaitingCorrection({ correction, moves, onOpen }: WaitingCorrectionProps) {
  const tell = useTell()
  const mayDecide = holds(useMe(), rowDeciders)
  const { id, act, reason, proposedName, proposedAt, isOwn } = correction
  const takingBack = useMutation({ mutationFn: () => ledgers.takeCorrectionBack(id), onSuccess: tell })
  const moved = reportsWords(moves?.reports ?? [])
  return (
    <section className="panel gap-below" aria-label="等待复核的更正">
      <div className="panel-head">
        <h2>等待复核的{act === 'remove' ? '撤销登记' : '更正'}</h2>
        <CorrectionWaits />
      </div>
      {takingBack.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={takingBack.error.message} />
      ) : null}
      <p>
        {proposedName}于{officeTime(proposedAt)}提出，理由：{reason}
      </p>
      <ChangedLines correction={correction} />
      {moves && moved ? (
        <Alert
          className="gap-above gap-below"
          type="warning"
          showIcon
          role="status"
          title={moved}
          description={moves.effects.length > 0 ? <EffectList effects={moves.effects} /> : null}
        />
      ) : null}
      <p className="quiet gap-below">
        由提出人以外的科室负责人或者政府信息公开工作机构负责人复核后生效；复核以前，仍以原来登记的为准。
      </p>
      <div className="form-buttons">
        {isOwn ? (
          <Button loading={takingBack.isPending} onClick={() => takingBack.mutate()}>
            撤回
          </Button>
        ) : null}
        {mayDecide && !isOwn ? (
          <>
            <Button onClick={() => onOpen({ what: 'decline', correction })}>
              不予{act === 'remove' ? '撤销登记' : '更正'}
            </Button>
            <Button type="primary" onClick={() => onOpen({ what: 'approve', correction })}>
              同意，生效
            </Button>
          </>
        ) : null}
      </div>
    </section>
  )
}

interface WaitingCorrectionProps {
  readonly correction: CorrectionView<string>
  readonly moves: MovedReports | null
  readonly onOpen: (opened: OpenedRow) => void
}
