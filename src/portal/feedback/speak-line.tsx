import type { Organ } from '../../organs/organ.ts'
import { addresses } from '../site.ts'

/** One quiet line at the foot of a page: where to say what is wrong with it, or what one would like to know. */
export function SpeakLine({ organ, path }: { readonly organ: Organ; readonly path: string }) {
  return (
    <p className="fine screen-only speak-line">
      <a href={addresses.feedback(organ, path)} rel="nofollow">
        对本页有疑问、纠错或者意见
      </a>
    </p>
  )
}
