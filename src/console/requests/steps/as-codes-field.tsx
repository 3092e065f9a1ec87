import { Checkbox, Form } from 'antd'
import type { StepPreview } from '../../../requests/case-view.ts'

/** Asked only where a letter bears signs that no font draws: a person says that they go out as codes. */
export function AsCodesField({ preview }: { preview: StepPreview | undefined }) {
  if (!preview || preview.undrawn.length === 0) return null
  return (
    <Form.Item
      name="asCodes"
      valuePropName="checked"
      extra={`文书中的${preview.undrawn.join('、')}没有可用的字体，打印时会成为代码。可以请系统管理员在字体目录中增加字体。`}
    >
      <Checkbox>已经核对，以代码打印</Checkbox>
    </Form.Item>
  )
}
