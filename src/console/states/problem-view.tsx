import { Button, Result } from 'antd'
import { Link } from 'react-router'
import { Problem } from '../api.ts'

const titles: Readonly<Record<number, string>> = {
  0: '连接不上服务器',
  403: '您没有权限查看这一页',
  404: '没有找到',
  422: '查找的条件有误',
}

const advice: Readonly<Record<number, string>> = {
  403: '如工作需要，请安全管理员调整您的角色。',
  404: '可能已经变更或者不属于本机关，请核对编号，或者用 Ctrl+K 查找。',
}

/** Of an address that somebody wrote or cut: the server's words speak of a field that nobody sees. */
const badConditions = '网址中问号后面的内容或者填写的条件无法识别，请清除条件后重新查找。'

/** What happened, why, and what to do, in place of what could not be shown. */
export function ProblemView({ error, onRetry, full }: ProblemViewProps) {
  const status = error instanceof Problem ? error.status : 500
  const title = titles[status] ?? '暂时不能显示'
  const own = error instanceof Problem ? error.message : '页面出现故障，请刷新后重试。'
  const says = status === 422 ? badConditions : own
  const canRetry = onRetry && ![403, 404, 422].includes(status)
  return (
    <div className={full ? 'problem-full' : 'page'} role="alert">
      <Result
        status={status === 403 || status === 404 ? 'info' : 'warning'}
        title={<h1>{title}</h1>}
        subTitle={
          <>
            {says}
            {error instanceof Problem && error.article ? `（${error.article}）` : ''}
            <br />
            {advice[status]}
          </>
        }
        extra={
          <>
            {canRetry ? (
              <Button type="primary" onClick={() => onRetry()}>
                重试
              </Button>
            ) : null}
            {status === 422 && !full ? (
              <Link to={{ search: '' }}>
                <Button type="primary">清除条件</Button>
              </Link>
            ) : null}
            {full ? null : (
              <Link to="/">
                <Button>回到首页</Button>
              </Link>
            )}
          </>
        }
      />
    </div>
  )
}

interface ProblemViewProps {
  readonly error: Error
  readonly onRetry?: () => unknown
  /** Stands alone, without the shell around it. */
  readonly full?: boolean
}
