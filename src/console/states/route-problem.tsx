import { useRouteError } from 'react-router'
import { Problem } from '../api.ts'
import { ProblemView } from './problem-view.tsx'

/** A page that could not be shown at all; after an update of the server its old files are gone and a reload helps. */
export function RouteProblem() {
  const error = useRouteError()
  const shown =
    error instanceof Problem
      ? error
      : new Problem(500, 'bug', '页面没有打开，可能平台刚刚更新过。请重试；已填写的内容会保留。')
  return <ProblemView error={shown} onRetry={() => location.reload()} />
}
