import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../days/plain-date.ts'
import { type FilerStepName, filerInputs } from '../../report/filing/filing-event.ts'
import type { OwnFiling } from '../../report/filing/filing-view.ts'
import { TextField } from '../fields/text-field.tsx'
import { type RowStep, RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { PinnedList } from '../report/places-field.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { PlainEventList } from '../review/event-list.tsx'
import { StateWords } from '../states/state-mark.tsx'
import { filings } from './filing-api.ts'
import { markOf, standingOf } from './filing-words.ts'

const isOwnStep = (name: string): name is FilerStepName => Object.hasOwn(filerInputs, name)

/** The key of a report's queries, under which its filing stands too. */
const keyOf = (year: number) => ['annual-reports', year, 'filing'] as const

const useOwnFiling = (year: number) => useQuery({ queryKey: keyOf(year), queryFn: () => filings.own(year) })

/** What the office above asks: what it has sent back, and why, or to file at all. On top of the report, until it is filed. */
export function AskedAbove({ year, onFiling }: { year: number; onFiling: () => void }) {
  const { data } = useOwnFiling(year)
  const filing = data?.filing
  if (filing?.returned)
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title={`${filing.office}退回了这份报告：${filing.returned.note}`}
        description={<PinnedList pinned={filing.returned.pinned} />}
        action={<Button onClick={onFiling}>去报送</Button>}
      />
    )
  if (!filing?.isReminded) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${filing.office}催报：应在${chineseDate(filing.dueOn)}前报送`}
      action={<Button onClick={onFiling}>去报送</Button>}
    />
  )
}

/** The filing of the report with the office above: until when, how it stands, and what can be done. Nothing where none is above. */
export function OwnFilingPanel({ year }: { year: number }) {
  const { data } = useOwnFiling(year)
  const [step, setStep] = useState<OwnFiling['steps'][number] | null>(null)
  const filing = data?.filing
  if (!filing) return null
  const standing = { ...filing, isAccepted: filing.acceptedOn !== null }
  return (
    <>
      <Panel title={`向${filing.office}报送`}>
        <p className="row gap-below">
          <StateWords mark={markOf(standing)} label={standingOf(standing)} />
          <span className="quiet">
            应在{chineseDate(filing.dueOn)}前报送
            {filing.filedOn ? `，${chineseDate(filing.filedOn)}报送` : ''}
            {filing.acceptedOn ? `，${chineseDate(filing.acceptedOn)}通过` : ''}
          </span>
        </p>
        {filing.status === 'accepted' && !filing.isSame && filing.hash ? (
          <Alert className="gap-below" type="warning" showIcon title="现在的报告与已经通过的不同，需要再次报送。" />
        ) : null}
        <ul className="row">
          {filing.steps.map((each) => (
            <li key={each.name}>
              <Button
                type={each.isNext ? 'primary' : 'default'}
                disabled={each.why !== null}
                aria-describedby={`why-${each.name}`}
                onClick={() => setStep(each)}
              >
                {each.label}
              </Button>{' '}
              <span className="why" id={`why-${each.name}`}>
                {each.why ?? each.article}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {filing.events.length > 0 ? <PlainEventList events={filing.events} /> : null}
      {step && isOwnStep(step.name) ? (
        <RowStepDrawer
          id={`own filing ${year}`}
          of={`${year}年度报告`}
          step={step}
          asks={{ ...askedBy(step.name, filing), take: taking(year, step.name, filing.seq) }}
          queryKey={['annual-reports']}
          onClose={() => setStep(null)}
        />
      ) : null}
    </>
  )
}

const taking = (year: number, name: FilerStepName, seq: number) => async (checked: unknown) => {
  await filings.takeOwn(year, name, seq, checked)
  return undefined
}

function askedBy(name: FilerStepName, { hash, source, office }: OwnFiling): Omit<RowStep, 'take'> {
  const schema = filerInputs[name]
  if (name === 'file')
    return {
      lead: `报送的是${source?.kind === 'published' ? `已公布的第${source.revision}版` : '审签完毕的这一份'}，${office}看到的是报告本身和检查结果，看不到台账。`,
      schema,
      initial: { hash },
      fields: null,
    }
  return {
    lead: `撤回以后可以修改、再次报送；${office}已经通过的不能撤回。`,
    schema,
    initial: { reason: '' },
    fields: (
      <Form.Item name="reason" label="撤回的理由" required>
        <TextField rows={3} max={300} />
      </Form.Item>
    ),
  }
}
