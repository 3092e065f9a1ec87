import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type EditionAddress, editionPath } from '../records-api.ts'
import { BlankChoices } from './blank-choices.tsx'
import { TemplateChoices } from './template-choices.tsx'

/** Asks with what a record is begun: blank, by its type, or from a template. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const go = useNavigate()
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(true)
  const begin = useMutation({
    mutationFn: (ask: () => Promise<EditionAddress>) => ask(),
    onSuccess: (begun) => {
      client.invalidateQueries({ queryKey: ['records'] })
      go(editionPath(begun))
    },
  })
  const choice = { isBusy: begin.isPending, onBegin: begin.mutate }
  return (
    <Modal
      open={isOpen}
      title="新建：要公开的是什么"
      footer={null}
      width={860}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
    >
      {begin.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={begin.error.message} />
      ) : null}
      <Tabs
        items={[
          { key: 'blank', label: '空白', children: <BlankChoices {...choice} /> },
          { key: 'template', label: '从模板', children: <TemplateChoices {...choice} /> },
        ]}
      />
    </Modal>
  )
}
