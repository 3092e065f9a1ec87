import { DeleteOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { articleWords } from '../../law/article-words.ts'
import { inOrder, type Passage } from '../../redaction/passage.ts'
import { groundsOn } from '../../requests/withheld-part.ts'
import { useMe } from '../session/me.ts'

interface Props {
  readonly passages: readonly Passage[]
  readonly chosen: string | null
  readonly onChange: (passages: readonly Passage[]) => void
  readonly onChoose: (passage: Passage) => void
}

/** Every passage with what it is and under what it is withheld (arts. 14–16, 37). */
export function PassageList({ passages, chosen, onChange, onChoose }: Props) {
  const { today } = useMe()
  const grounds = groundsOn(today).map(({ id, label, article }) => ({
    value: `${id}`,
    label: `${label}（${articleWords(article)}）`,
  }))
  const set = (id: string, changed: Partial<Passage>) =>
    onChange(passages.map((each) => (each.id === id ? { ...each, ...changed } : each)))
  if (passages.length === 0)
    return (
      <p className="quiet">
        还没有标出要隐去的内容：在左边的页面上按住鼠标拖出方框，或者从下面的建议、查找结果中选取。
      </p>
    )
  return (
    <ol className="passage-list">
      {inOrder(passages).map((passage, index) => (
        <li key={passage.id} data-chosen={passage.id === chosen || undefined}>
          <div className="row">
            <Button size="small" type="link" onClick={() => onChoose(passage)}>
              {`第${index + 1}处 · 第${passage.page + 1}页`}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`不隐去第${index + 1}处`}
              onClick={() => onChange(passages.filter(({ id }) => id !== passage.id))}
            />
          </div>
          <input
            className="ant-input ant-input-outlined passage-what"
            aria-label={`第${index + 1}处是什么内容`}
            placeholder="是什么，如“身份证号码”"
            list="passage-kinds"
            value={passage.what}
            onFocus={() => onChoose(passage)}
            onChange={({ target }) => set(passage.id, { what: target.value })}
          />
          <Select
            className="wide"
            aria-label={`第${index + 1}处的依据`}
            placeholder="请选择依据"
            value={passage.ground === '' ? null : passage.ground}
            onChange={(ground) => set(passage.id, { ground })}
            options={grounds}
          />
        </li>
      ))}
      <datalist id="passage-kinds">
        {kindsOffered.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
    </ol>
  )
}

const kindsOffered = [
  '身份证号码',
  '手机号码',
  '银行卡号',
  '个人住址',
  '姓名',
  '第三方的名称',
  '商业秘密内容',
  '内部讨论意见',
]
