import { Form, Radio } from 'antd'
import type { PlainDate } from '../../../days/plain-date.ts'
import { type DocumentView, Lapse, NewAmendment, OfAmendment, Repeal } from '../../../ledgers/documents/document.ts'
import type { DocumentStep } from '../../../ledgers/documents/steps.ts'
import { DayField } from '../../fields/day-field.tsx'
import { ledgers } from '../ledgers-api.ts'
import { CitedField } from '../steps/cited-field.tsx'
import type { RowStep } from '../steps/row-step-drawer.tsx'

const taken = async (act: Promise<void>) => {
  await act
  return undefined
}

/** What each step of a document asks. */
export function documentStep(name: DocumentStep, document: DocumentView<string>, today: PlainDate): RowStep {
  const { id, title, amendments } = document
  switch (name) {
    case 'repeal':
      return {
        lead: `《${title}》自废止之日起不再有效，计入该年度的废止件数。`,
        schema: Repeal,
        initial: { repealedOn: null, by: '' },
        fields: <RepealFields />,
        take: (checked) => taken(ledgers.repealDocument(id, checked)),
      }
    case 'lapse':
      return {
        lead: `《${title}》因适用期已过、调整对象消失等被宣布失效。失效与废止分别统计：年度报告的“废止件数”不含失效。`,
        schema: Lapse,
        initial: { lastDay: null, by: '' },
        fields: <LapseFields />,
        take: (checked) => taken(ledgers.lapseDocument(id, checked)),
      }
    case 'amend':
      return {
        lead: `《${title}》修改后仍然有效，本年修改件数单独统计，不计入制发和废止。`,
        schema: NewAmendment,
        initial: { amendedOn: null, amendedBy: '' },
        fields: <AmendFields today={today} />,
        take: (checked) => taken(ledgers.amendDocument(id, checked)),
      }
    case 'removeAmendment':
      return {
        lead: '登记错了的修改从台账中去掉，不再计入本年修改件数；登记和取消都留在办理经过里。',
        schema: OfAmendment,
        initial: {},
        fields: <WhichAmendment amendments={amendments} />,
        take: (checked) => taken(ledgers.removeAmendment(id, OfAmendment.parse(checked).amendment)),
      }
  }
}

const RepealFields = () => (
  <>
    <Form.Item name="repealedOn" label="废止日期" required extra="自此日起不再有效">
      <DayField />
    </Form.Item>
    <CitedField name="by" label="宣布废止的文件名称或者文号" max={500} />
  </>
)

const LapseFields = () => (
  <>
    <Form.Item name="lastDay" label="最后有效的一日" required>
      <DayField />
    </Form.Item>
    <CitedField name="by" label="宣布失效的文件名称或者文号" max={500} />
  </>
)

const AmendFields = ({ today }: { today: PlainDate }) => (
  <>
    <Form.Item name="amendedOn" label="修改日期" required>
      <DayField latest={today} />
    </Form.Item>
    <CitedField name="amendedBy" label="修改它的文件名称或者文号" max={500} />
  </>
)

const WhichAmendment = ({ amendments }: Pick<DocumentView<string>, 'amendments'>) => (
  <Form.Item name="amendment" label="取消哪一次修改" required>
    <Radio.Group
      className="stacked gap-6"
      options={amendments.map(({ id, amendedOn, amendedBy }) => ({ value: id, label: `${amendedOn} ${amendedBy}` }))}
    />
  </Form.Item>
)
