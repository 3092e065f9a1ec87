import { Problem } from '../api.ts'
import { ProblemView } from './problem-view.tsx'

export function NotFound() {
  return <ProblemView error={new Problem(404, 'not_found', '这个地址没有对应的页面。')} />
}

export function Forbidden() {
  return <ProblemView error={new Problem(403, 'forbidden', '这一页由其他角色办理。')} />
}
