/** A file on its way, or one that did not get there. */
export interface Sending {
  readonly key: string
  readonly name: string
  readonly percent: number
  readonly error?: string
}

/** Whether all that was chosen has arrived: a step that relies on it waits for what is running, and does not pass over what failed. */
type UploadState = 'done' | 'running' | 'failed'

/** The same with the names of the files that have not arrived. */
export interface Uploads {
  readonly state: UploadState
  readonly names: readonly string[]
}
export const allSent: Uploads = { state: 'done', names: [] }

/** How things stand with what is on its way; while something runs, what failed is not named yet. */
export function uploadsOf(sending: readonly Sending[]): Uploads {
  const running = sending.filter(({ error }) => error === undefined)
  const [state, open]: [UploadState, readonly Sending[]] =
    running.length > 0 ? ['running', running] : [sending.length > 0 ? 'failed' : 'done', sending]
  return { state, names: open.map(({ name }) => name) }
}

/** What the button says that sends the form. */
export const withUploads = ({ state }: Uploads, label: string): string =>
  ({ done: label, running: '附件上传中……', failed: '有附件没有传上，请先处理' })[state]

/** Why a step has to wait that relies on the files; null where they have arrived. */
export function whyWaitFor({ state, names }: Uploads): string | null {
  const named =
    names
      .slice(0, 3)
      .map((name) => `“${name}”`)
      .join('、') + (names.length > 3 ? `等${names.length}个文件` : '')
  if (state === 'running') return `${named}还在上传，传完后再办理`
  return state === 'failed' ? `${named}没有传上，请重新上传；不要这个文件的，先关掉它的提示` : null
}
