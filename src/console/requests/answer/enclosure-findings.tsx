import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input } from 'antd'
import { requests } from '../../api.ts'
import { counted } from '../../fields/counted.ts'
import { LookedList } from '../case/looked-list.tsx'
import { reasonKey } from './enclosure-reasons.ts'

/** What is seen in the files that were uploaded; asked again whenever they change. */
export function useEnclosures(caseId: string, fileIds: readonly string[]) {
  return useQuery({
    queryKey: ['enclosures', caseId, ...fileIds],
    queryFn: () => requests.lookAtEnclosures(caseId, fileIds),
    enabled: fileIds.length > 0,
    staleTime: 300_000,
    retry: false,
  })
}

/** What was found in the enclosures, by file and place, with the reason for what is to stay. */
export function EnclosureFindings({ looking, count }: EnclosureFindingsProps) {
  if (count === 0) return null
  const { data, error, isFetching } = looking
  return (
    <fieldset className="framed enclosure-findings" aria-live="polite" aria-busy={isFetching}>
      <legend>附件检查结果</legend>
      {error ? <Alert className="gap-below" type="warning" showIcon title={error.message} /> : null}
      {isFetching && !data ? <p className="quiet">正在检查附件……</p> : null}
      {data?.findings.length === 0 ? (
        <p data-tone="done">✓ 没有发现隐藏、遮盖的内容和痕迹，也没有发现别人的证件号、电话、住址等个人信息。</p>
      ) : null}
      <LookedList
        findings={data?.findings ?? []}
        asking={(finding) => (
          <Form.Item
            name={['confirmations', reasonKey(finding)]}
            label="确需这样提供的理由"
            required
            className="finding-reason"
          >
            <Input {...counted(300)} placeholder="随答复存档，审批人可以看到" />
          </Form.Item>
        )}
      />
    </fieldset>
  )
}

interface EnclosureFindingsProps {
  readonly looking: ReturnType<typeof useEnclosures>
  readonly count: number
}
