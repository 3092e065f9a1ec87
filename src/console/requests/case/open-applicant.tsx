import type { Applicant } from '../../../requests/applicant.ts'
import { requests } from '../../api.ts'
import { OpenPersonal } from './open-personal.tsx'

const reasons = ['与申请人联系、送达', '核对身份证明', '办理邮寄']

/** Asks why before the whole of an applicant's data is shown. */
export function OpenApplicant({ id, onOpened, onClose }: OpenApplicantProps) {
  return (
    <OpenPersonal
      about={`applicant.${id}`}
      title="查看申请人完整信息"
      lead="申请人信息平时遮盖显示。"
      reasons={reasons}
      open={(reason) => requests.openApplicant(id, reason)}
      onOpened={onOpened}
      onClose={onClose}
    />
  )
}

interface OpenApplicantProps {
  readonly id: string
  readonly onOpened: (applicant: Applicant) => void
  readonly onClose: () => void
}
