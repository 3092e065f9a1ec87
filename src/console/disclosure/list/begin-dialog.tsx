import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type RecordTypeId, recordTypeOf } from '../../../disclosure/record-type.ts'
import { editionPath, records } from '../records-api.ts'
import { typeGroups } from './type-groups.ts'

/** Asks what is to be published; fields, column, checks and clock follow from it. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const go = useNavigate()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(true)
  const begin = useMutation({
    mutationFn: (type: RecordTypeId) => records.begin(type),
    onSuccess: (begun) => {
      client.invalidateQueries({ queryKey: ['records'] })
      go(editionPath(begun))
    },
  })
  return (
    <Modal
      open={isOpen}
      title="新建：要公开的是什么"
      footer={null}
      width={860}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
    >
      <p className="quiet gap-below">选定后按类型给出栏目、要填的内容和发布期限。类型以后不能改。</p>
      {begin.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={begin.error.message} />
      ) : null}
      <div className="type-groups" aria-busy={begin.isPending}>
        {typeGroups.map(({ label, types }) => (
          <section key={label} aria-label={label}>
            <h2>{label}</h2>
            <ul>
              {types.map(({ type, says }) => (
                <li key={type}>
                  <button type="button" disabled={begin.isPending} onClick={() => begin.mutate(type)}>
                    <strong>{recordTypeOf(type).label}</strong>
                    <span className="why">{says}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  )
}
