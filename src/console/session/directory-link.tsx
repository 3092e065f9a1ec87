import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Divider } from 'antd'
import type { DirectoryOutcome } from '../../organs/directory/outcome.ts'
import { get } from '../api.ts'

/** Why the directory did not let somebody in, and what to do then. */
const words: Readonly<Record<DirectoryOutcome, string>> = {
  down: '统一身份认证现在没有应答。请用账号和密码登录，或者稍后再试。',
  failed: '统一身份认证没有完成，可能等待过久或者页面已经用过。请重新登录，或者用账号和密码登录。',
  cancelled: '您在统一身份认证中取消了登录。',
  noAccount: '统一身份认证给出的账号在本平台没有可以使用的账号，请联系系统管理员建立或者核对账号。',
}

/** What came of the way to the directory, where one has just come back from it. */
export function DirectoryProblem() {
  const came = new URLSearchParams(location.search).get('directory')
  const said = Object.entries(words).find(([outcome]) => outcome === came)?.[1]
  return said ? <Alert className="gap-below" type="warning" showIcon title={said} role="alert" /> : null
}

/** Leads to the directory of the city, where there is one, and back to this page. */
export function DirectoryLink() {
  const { data } = useQuery({
    queryKey: ['directory'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => get<{ name: string | null }>('session/directory'),
  })
  if (!data?.name) return null
  const back = location.search.includes('directory=') ? location.pathname : `${location.pathname}${location.search}`
  return (
    <>
      <Divider plain>或者</Divider>
      <Button block size="large" href={`/api/console/session/directory/begin?back=${encodeURIComponent(back)}`}>
        使用“{data.name}”登录
      </Button>
    </>
  )
}
