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
        accept=".pdf,.ofd,.docx,.xlsx,.jpg,.jpeg,.png,.bmp,.gif,.txt"
        aria-describedby={problem ? `${purpose}-hint ${purpose}-problem` : `${purpose}-hint`}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  )
}
