import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Fetched } from '../states/fetched.tsx'
import { officeTime } from '../words.ts'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { useMe, useRefreshSession } from './me.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { type ListedPasskey, passkeys } from './passkeys-api.ts'
import { ProofForm } from './proof-form.tsx'
import { whyNoPasskeys } from './why-no-passkeys.ts'

type Wanted = 'passkey' | 'authenticator' | ListedPasskey

/** One's second factors: what is bound, and how more is bound or something removed. */
export function WaysIn() {
  const me = useMe()
  const client = useQueryClient()
  const refreshMe = useRefreshSession()
  const [wanted, setWanted] = useState<Wanted>()
  const query = useQuery({ queryKey: ['own-passkeys'], queryFn: passkeys.list, staleTime: 0 })
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ['own-passkeys'] }), refreshMe()])
  const { message } = App.useApp()
  const done = async (said: string) => {
    await refresh()
    setWanted(undefined)
    message.success(said)
  }
  if (me.organ.isDemo) return <p>演示账号由多人共用，不设第二重验证，因此不能绑定身份验证器和通行密钥。</p>
  return (
    <Fetched query={query}>
      {({ items, isProved }) => {
        if (wanted === undefined) return <Bound items={items} onWant={setWanted} />
        return (
          <>
            {isProved ? <Change wanted={wanted} onDone={done} /> : <ProofForm onProved={refresh} />}
            <Button type="link" onClick={() => setWanted(undefined)}>
              返回
            </Button>
          </>
        )
      }}
    </Fetched>
  )
}

function Bound({ items, onWant }: { items: readonly ListedPasskey[]; onWant: (wanted: Wanted) => void }) {
  const me = useMe()
  const whyNot = whyNoPasskeys(me)
  const isLast = !me.hasAuthenticator && items.length === 1
  return (
    <>
      <p className="why">登录时除密码外，还要下列之一（第二重验证）：</p>
      <ul className="ruled gap-below">
        <li>
          <strong>身份验证器</strong>
          {me.hasAuthenticator ? (
            <div className="quiet">已绑定。换了手机的，请安全管理员重置。</div>
          ) : (
            <div>
              <Button size="small" onClick={() => onWant('authenticator')}>
                绑定身份验证器
              </Button>
            </div>
          )}
        </li>
        {items.map((passkey) => (
          <li key={passkey.id} className="between">
            <div>
              <strong>{passkey.name}</strong>
              <div className="quiet">
                通行密钥，{officeTime(passkey.addedAt)}绑定，
                {passkey.lastUsedAt ? `最近使用 ${officeTime(passkey.lastUsedAt)}` : '还没有用过'}
              </div>
              {isLast ? <div className="quiet">这是唯一的第二重验证，绑定另一种后才能移除。</div> : null}
            </div>
            <Button
              size="small"
              danger
              disabled={isLast}
              aria-label={`移除${passkey.name}`}
              onClick={() => onWant(passkey)}
            >
              移除
            </Button>
          </li>
        ))}
      </ul>
      {whyNot ? (
        <p className="why">现在不能绑定通行密钥：{whyNot}</p>
      ) : (
        <Button block onClick={() => onWant('passkey')}>
          绑定通行密钥
        </Button>
      )}
    </>
  )
}

function Change({ wanted, onDone }: { wanted: Wanted; onDone: (said: string) => void }) {
  if (wanted === 'passkey') return <PasskeyForm autoFocus onAdded={() => onDone('通行密钥已绑定')} />
  if (wanted === 'authenticator') return <AuthenticatorForm onBound={() => onDone('身份验证器已绑定')} />
  return <Removal passkey={wanted} onRemoved={() => onDone('通行密钥已移除')} />
}

function Removal({ passkey, onRemoved }: { passkey: ListedPasskey; onRemoved: () => void }) {
  const remove = useMutation({ mutationFn: () => passkeys.remove(passkey.id), onSuccess: onRemoved })
  return (
    <>
      {remove.error ? <Alert type="error" showIcon role="alert" title={remove.error.message} /> : null}
      <p className="gap-below">
        移除后不能再用“{passkey.name}”登录，您在其他地方的登录随即退出。设备上保存的那一份，请另在设备的设置里删除。
      </p>
      <Button danger type="primary" block autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>
        移除“{passkey.name}”
      </Button>
    </>
  )
}
