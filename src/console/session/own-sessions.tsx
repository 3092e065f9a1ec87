import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Tag } from 'antd'
import { type OwnSession, session } from '../api.ts'
import { Fetched } from '../states/fetched.tsx'
import { officeTime } from '../words.ts'

/** Where one is signed in, and the way to end what is not this session. */
export function OwnSessions() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const query = useQuery({ queryKey: ['own-sessions'], queryFn: session.list, staleTime: 0 })
  const end = useMutation({
    mutationFn: session.endOthers,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['own-sessions'] })
      message.success('其他登录都已退出')
    },
  })
  return (
    <Fetched query={query}>
      {({ items }) => (
        <>
          <ul className="ruled gap-below">
            {items.map((each) => (
              <Line key={`${each.beganAt} ${each.address}`} session={each} />
            ))}
          </ul>
          {end.error ? <Alert type="error" showIcon role="alert" title={end.error.message} /> : null}
          {items.length > 1 ? (
            <>
              <Button danger block loading={end.isPending} onClick={() => end.mutate()}>
                退出其他登录
              </Button>
              <p className="quiet">有不是您本人的登录的，退出后请随即更换密码，并告知安全管理员。</p>
            </>
          ) : (
            <p className="quiet">没有其他登录。</p>
          )}
        </>
      )}
    </Fetched>
  )
}

function Line({ session: { beganAt, seenAt, address, isThis, isHalfway } }: { session: OwnSession }) {
  return (
    <li>
      <strong>{address}</strong> {isThis ? <Tag color="blue">本次登录</Tag> : null}
      {isHalfway ? <Tag color="warning">只通过了密码</Tag> : null}
      <div className="quiet">
        {officeTime(beganAt)}登录，最近使用 {officeTime(seenAt)}
      </div>
    </li>
  )
}
