import { Fragment } from 'react'

const joints = /(?<=年)(?=政府信息公开)|(?<=工作)(?=年度报告)/

/** A report's title that may break between its parts, and where the style says `keep-all` only there. */
export const TitleText = ({ text }: { text: string }) =>
  text.split(joints).map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
