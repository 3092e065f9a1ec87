import { Alert, Checkbox, Form } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { opposes } from '../../../requests/consulted.ts'
import { useMe } from '../../session/me.ts'
import { askedOption } from './asked-option.ts'

/**
 * Art. 32: whom the organ asked about just what is withheld here, and whether it finds the reasons of those who objected
 * reasonable. The letter speaks of nobody else's opinion.
 */
export function OpinionFields({ view, document, at = [], chosen = [] }: OpinionFieldsProps) {
  const { today } = useMe()
  const asked = view.consultations.filter(({ party }) => party === 'thirdParty')
  if (asked.length === 0)
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title="尚未征求第三方意见"
        description="应当书面征求第三方的意见（第三十二条）。不征求的，请写明理由；也可以先退出，办理“征求意见”。"
      />
    )
  const objecting = asked.filter((each) => chosen.includes(each.id) && opposes(each))
  return (
    <>
      <Form.Item
        name={[...at, 'consultations']}
        label="就此征求过谁的意见"
        extra={`只选这里不予公开的内容所涉及的第三方，其意见会写入${document}（不写名称）；没有征求过的不选，并在下面写明理由。`}
      >
        <Checkbox.Group className="asked" options={asked.map((each) => askedOption(each, today))} />
      </Form.Item>
      {objecting.length > 0 ? (
        <Form.Item
          name={[...at, 'reasonable']}
          label="本机关认为不同意公开的理由合理"
          extra={`勾选的，${document}写明第三方“不同意公开且有合理理由”；没有勾选的，只写不同意公开。`}
        >
          <Checkbox.Group
            options={objecting.map(({ id, label, reason }) => ({
              value: id,
              label: `${label}的理由${reason ? `：${reason}` : ''}`,
            }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}

interface OpinionFieldsProps {
  readonly view: CaseView
  readonly document: string
  /** Where the fields stand on the form. */
  readonly at?: readonly (string | number)[]
  readonly chosen?: readonly number[] | undefined
}
