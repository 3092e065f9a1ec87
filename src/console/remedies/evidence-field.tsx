import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { chineseDate } from '../../days/plain-date.ts'
import type { RemedyCaseView } from '../../remedies/cases/case-view.ts'
import type { Evidence } from '../../remedies/cases/evidence.ts'
import { OrderButtons } from '../fields/order-buttons.tsx'
import { TextField } from '../fields/text-field.tsx'
import { Fetched } from '../states/fetched.tsx'
import { remediesApi } from './remedies-api.ts'

type Items = RemedyCaseView['evidence']

interface Props {
  readonly caseId: string
  readonly value?: Items
  readonly onChange?: (items: Items) => void
}

/** Papers of the request and of the case: those ticked are the list, in its order, each with what it is to prove. */
export function EvidenceField({ caseId, ...field }: Props) {
  const papers = useQuery({ queryKey: ['remedies', 'papers', caseId], queryFn: () => remediesApi.papers(caseId) })
  return <Fetched query={papers}>{({ items }) => <Chosen papers={items} {...field} />}</Fetched>
}

function Chosen({ papers, value = [], onChange = () => {} }: Omit<Props, 'caseId'> & { papers: readonly Evidence[] }) {
  if (papers.length === 0) return <p className="quiet">涉及的申请和本案都还没有材料。</p>
  const listed = value.flatMap((item) => papers.find(({ fileId }) => fileId === item.fileId) ?? [])
  const others = papers.filter((paper) => !listed.includes(paper))
  const move = (from: number, to: number) => {
    const item = value[from]
    if (item) onChange(value.toSpliced(from, 1).toSpliced(to, 0, item))
  }
  return (
    <>
      {others.length > 0 ? (
        <Button
          size="small"
          className="gap-below"
          onClick={() => onChange([...value, ...others.map(({ fileId, proves }) => ({ fileId, proves }))])}
        >
          {`全部列入（还有${others.length}份）`}
        </Button>
      ) : null}
      <ol className="evidence-list">
        {listed.map((paper, at) => (
          <li key={paper.fileId}>
            <span className="evidence-head">
              <Checkbox
                checked
                aria-label={`列入${nameOf(paper)}`}
                onChange={() => onChange(value.filter(({ fileId }) => fileId !== paper.fileId))}
              >
                <Named paper={paper} number={at + 1} />
              </Checkbox>
              <OrderButtons
                size="small"
                name={nameOf(paper)}
                isFirst={at === 0}
                isLast={at === listed.length - 1}
                onMove={(by) => move(at, at + by)}
              />
            </span>
            <TextField
              rows={1}
              max={500}
              aria-label={`${nameOf(paper)}证明什么`}
              value={value[at]?.proves ?? ''}
              onChange={({ target }) => onChange(value.with(at, { fileId: paper.fileId, proves: target.value }))}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 ? (
        <>
          <p className="quiet">没有列入的材料</p>
          <ul className="evidence-list">
            {others.map((paper) => (
              <li key={paper.fileId}>
                <Checkbox
                  checked={false}
                  aria-label={`列入${nameOf(paper)}`}
                  onChange={() => onChange([...value, { fileId: paper.fileId, proves: paper.proves }])}
                >
                  <Named paper={paper} />
                </Checkbox>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

const nameOf = ({ what, name }: Evidence): string => `“${what}，${name}”`

const Named = ({ paper: { what, name, on }, number }: { readonly paper: Evidence; readonly number?: number }) => (
  <>
    {number === undefined ? '' : `${number}．`}
    {what}　<span className="quiet">{`${name}，${chineseDate(on)}`}</span>
  </>
)
