import { Select } from 'antd'
import { filePurposes } from '../../../requests/intake.ts'
import { optionsOf } from '../../fields/options.ts'
import { UploadField } from '../../fields/upload-field.tsx'
import type { Uploads as Sending } from '../../fields/uploads.ts'
import type { IntakeFile } from './intake-form.ts'

/** Scans and papers, each with what it is. */
export function Uploads(field: UploadsProps) {
  return (
    <fieldset className="panel form-part">
      <legend>扫描件与附件</legend>
      <UploadField<IntakeFile>
        {...field}
        what="扫描件"
        asSent={(sent, isFirst) => ({ ...sent, purpose: isFirst ? 'scan' : 'attachment' })}
        more={(file, change) => (
          <Select
            className="upload-purpose"
            aria-label={`${file.name}是什么`}
            value={file.purpose}
            options={optionsOf(filePurposes)}
            onChange={(purpose) => change({ ...file, purpose })}
          />
        )}
      />
    </fieldset>
  )
}

interface UploadsProps {
  readonly value?: readonly IntakeFile[]
  readonly onChange?: (files: readonly IntakeFile[]) => void
  readonly onSending: (uploads: Sending) => void
}
