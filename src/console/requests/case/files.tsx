import { PaperClipOutlined } from '@ant-design/icons'
import type { CaseFile, CaseView } from '../../../requests/case-view.ts'
import { filePurposeLabel, fileSize } from '../../words.ts'
import { Panel } from './panel.tsx'

export function Files({ view }: { view: CaseView }) {
  if (view.files.length === 0) return null
  return (
    <Panel title="材料" count={view.files.length}>
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
