import { PaperClipOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import type { CaseFile, CaseView } from '../../../requests/case-view.ts'
import { filePurposeLabel } from '../../../requests/file-purposes.ts'
import { useMe } from '../../session/me.ts'
import { fileSize } from '../../words.ts'
import { Panel } from './panel.tsx'

export function Files({ view }: { view: CaseView }) {
  const { roles } = useMe()
  const mayRedact = roles.includes('clerk') && view.maskedBecause === null
  if (view.files.length === 0 && view.maskedBecause !== null) return null
  return (
    <Panel
      title="材料"
      count={view.files.length}
      extra={
        view.maskedBecause === null ? (
          <span className="row">
            <a href={`/api/console/requests/${view.id}/bundle.zip`} download>
              导出案卷
            </a>
            {mayRedact ? <Link to={`/requests/${view.id}/redactions`}>隐去文件中的内容</Link> : null}
          </span>
        ) : null
      }
    >
      <FileList view={view} files={view.files} />
    </Panel>
  )
}

/** Files of the case to download, each with what it is. */
export function FileList({ view, files }: { view: CaseView; files: readonly CaseFile[] }) {
  return (
    <ul className="papers">
      {files.map(({ id, name, size, purpose }) => (
        <li key={id}>
          <PaperClipOutlined aria-hidden="true" />
          <span className="grow">
            {view.maskedBecause === null ? (
              <a href={`/api/console/requests/${view.id}/files/${id}`} download>
                {name}
              </a>
            ) : (
              name
            )}
            <span className="quiet">
              {filePurposeLabel(purpose)} · {fileSize(size)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
