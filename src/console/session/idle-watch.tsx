import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { session } from '../api.ts'
import { idleFor, noteSign, watchSigns } from './presence.ts'
import { leaveSession } from './signed-out.ts'

/** The server ends a session after thirty idle minutes; the person is warned two minutes before. */
const idleMs = 30 * 60_000
const warnMs = 2 * 60_000

export function IdleWatch() {
  const client = useQueryClient()
  const [isNear, setNear] = useState(false)

  useEffect(() => {
    noteSign()
    const look = () => {
      setNear(idleFor() >= idleMs - warnMs)
      if (idleFor() < idleMs) return
      session.signOut().catch(() => undefined)
      leaveSession(client, 'idle')
    }
    const timer = setInterval(look, 5_000)
    const stopWatching = watchSigns()
    return () => {
      clearInterval(timer)
      stopWatching()
    }
  }, [client])

  const stay = () => {
    setNear(false)
    client.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <Modal
      open={isNear}
      title="您还在吗？"
      closable={false}
      footer={
        <Button type="primary" onClick={stay} autoFocus>
          继续办理
        </Button>
      }
    >
      已有较长时间未操作，为保护申请人信息，两分钟后将自动退出。已填写的内容会保留，重新登录后可以接着办理。
    </Modal>
  )
}
