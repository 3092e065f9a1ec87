import { kinds } from '../../files/kinds.ts'
import { sizeText } from '../downloads.tsx'

/** A file that came with an earlier sending of the form and waits for the next. */
export interface KeptFile {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly purpose: UploadPurpose
  /** What the form carries: the id with our signature. */
  readonly token: string
}

export const uploadPurposes = ['identity', 'powerOfAttorney', 'attachment'] as const
export type UploadPurpose = (typeof uploadPurposes)[number]

/** As the server takes them. */
const accepted = Object.values(kinds)
  .flatMap(({ endings }) => endings)
  .join()

/** The same in words, and what to do with files of phones and offices that cannot be looked into. */
export const fileHint =
  '可以是PDF、OFD、.docx、.xlsx、图片或者文本，每个不超过20MB，全部文件不超过5个；.wps、.et、.doc、.xls和.heic请先另存为.docx、.xlsx或者.jpg。'

interface UploadProps {
  readonly purpose: UploadPurpose
  readonly label: string
  readonly hint: string
  readonly kept: readonly KeptFile[]
  readonly problem: string | undefined
  readonly optional?: boolean
}

/** Chooses files, and lists those that are here already with a box to take each away. */
export function Upload({ purpose, label, hint, kept, problem, optional }: UploadProps) {
  const own = kept.filter((file) => file.purpose === purpose)
  return (
    <div className={problem ? 'field wrong' : 'field'}>
      <label htmlFor={purpose}>
        {label}
        {optional && <span className="optional">（选填）</span>}
      </label>
      <p className="hint" id={`${purpose}-hint`}>
        {hint}
      </p>
      {problem && (
        <p className="field-problem" id={`${purpose}-problem`}>
          <span className="unseen">错误：</span>
          {problem}
        </p>
      )}
      {own.length > 0 && (
        <ul className="rows flush tight kept-files" aria-label="已上传的文件">
          {own.map(({ id, name, size, token }) => (
            <li key={id} className="line-of apart">
              <input type="hidden" name="kept" value={token} />
              <span>
                ✓ 已上传：{name} <span className="fine figures">{sizeText(size)}</span>
              </span>
              <span className="choice small">
                <input type="checkbox" id={`dropped-${id}`} name="dropped" value={id} />
                <label htmlFor={`dropped-${id}`}>
                  删除<span className="unseen">{name}</span>
                </label>
              </span>
            </li>
          ))}
        </ul>
      )}
      <input
        type="file"
        id={purpose}
        name={purpose}
        multiple
        accept={accepted}
        aria-describedby={problem ? `${purpose}-hint ${purpose}-problem` : `${purpose}-hint`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  )
}
