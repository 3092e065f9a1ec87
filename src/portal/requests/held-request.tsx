import type { Organ } from '../../organs/organ.ts'
import type { View } from '../page.tsx'
import { addresses } from '../site.ts'
import { crumbsToRequests } from './form-page.ts'
import type { HeldForm } from './proof-page.tsx'

/** The form of a request, while it waits for the work that is asked of a crowded network. */
export const heldRequest = (view: View, organ: Organ): HeldForm => ({
  what: '申请',
  action: addresses.submit(organ),
  encType: 'multipart/form-data',
  crumbs: crumbsToRequests(view, organ),
  otherWay: (
    <>
      <a href={addresses.blankForm(organ)}>打印申请表</a>，当面提交或者邮寄，这两种方式任何时候都接受。
    </>
  ),
})
