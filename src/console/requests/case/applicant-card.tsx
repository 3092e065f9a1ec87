import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { applicantKindLabel } from '../../../requests/applicant/applicant-kind.ts'
import { type Applicant, identityKinds } from '../../../requests/applicant.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { Facts } from './facts.tsx'
import { OpenApplicant } from './open-applicant.tsx'
import { Panel } from './panel.tsx'

/** Who asks: masked until somebody gives a reason, which is recorded. */
export function ApplicantCard({ view }: { view: CaseView }) {
  const [whole, setWhole] = useState<Applicant | null>(null)
  const [isAsking, setAsking] = useState(false)
  const { applicant } = view
  return (
    <Panel
      title="申请人"
      extra={
        view.origin === 'imported' ? null : whole ? (
          <Button size="small" type="text" icon={<EyeInvisibleOutlined aria-hidden />} onClick={() => setWhole(null)}>
            恢复遮盖
          </Button>
        ) : (
          <Button
            size="small"
            type="text"
            icon={<EyeOutlined aria-hidden />}
            disabled={view.maskedBecause !== null}
            title={view.maskedBecause ?? undefined}
            onClick={() => setAsking(true)}
          >
            查看完整信息
          </Button>
        )
      }
    >
      {whole ? (
        <WholeApplicant applicant={whole} />
      ) : (
        <Facts
          items={[
            ['类别', applicantKindLabel(applicant.kind)],
            ['姓名或名称', applicant.name],
            ['证件', applicant.identity],
            ['电话', applicant.phone],
            ['电子邮箱', applicant.email],
            ['地址', applicant.address],
            ['代理人', applicant.agent],
          ]}
        />
      )}
      {view.maskedBecause ? <p className="quiet">{view.maskedBecause}。</p> : null}
      {isAsking ? <OpenApplicant id={view.id} onOpened={setWhole} onClose={() => setAsking(false)} /> : null}
    </Panel>
  )
}

const identityLabel = (id: string | null) => identityKinds.find((kind) => kind.id === id)?.label.split('（')[0] ?? ''

function WholeApplicant({ applicant: a }: { applicant: Applicant }) {
  return (
    <Facts
      items={[
        ['类别', applicantKindLabel(a.kind)],
        ['姓名或名称', a.name],
        ['证件', a.identityNumber ? `${identityLabel(a.identityKind)} ${a.identityNumber}` : ''],
        ['统一社会信用代码', a.creditCode],
        ['法定代表人或负责人', a.legalRepresentative],
        ['联系人', a.contactName],
        ['电话', a.phone],
        ['电子邮箱', a.email],
        ['地址', [a.address, a.postcode].filter(Boolean).join(' ')],
        ['代理人', a.agent ? `${a.agent.name} ${a.agent.phone}` : ''],
        ['代理人证件', a.agent ? `${identityLabel(a.agent.identityKind)} ${a.agent.identityNumber}` : ''],
      ]}
    />
  )
}
