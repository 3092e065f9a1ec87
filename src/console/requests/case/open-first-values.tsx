import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { type FirstValues, requests } from '../../api.ts'
import { OpenPersonal } from './open-personal.tsx'

const reasons = ['核对更正是否有误', '核对此前发出的文书', '复议、诉讼举证']

/** Shows in clear what was taken down before each correction, to whoever says why, until it is hidden again. */
export function OpenFirstValues({ id, opened, onOpened }: OpenFirstValuesProps) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      {opened ? (
        <Button
          className="no-print"
          size="small"
          type="text"
          icon={<EyeInvisibleOutlined aria-hidden />}
          onClick={() => onOpened(null)}
        >
          恢复遮盖
        </Button>
      ) : (
        <Button
          className="no-print"
          size="small"
          type="text"
          icon={<EyeOutlined aria-hidden />}
          onClick={() => setAsking(true)}
        >
          查看更正前的内容
        </Button>
      )}
      {isAsking ? (
        <OpenPersonal
          about={`first-values.${id}`}
          title="查看登记更正前的内容"
          lead="更正前后的姓名、证件号码、电话等平时遮盖显示。"
          reasons={reasons}
          open={(reason) => requests.openFirstValues(id, reason)}
          onOpened={({ corrections }) => onOpened(corrections)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

interface OpenFirstValuesProps {
  readonly id: string
  readonly opened: readonly FirstValues[] | null
  readonly onOpened: (opened: readonly FirstValues[] | null) => void
}
