import type { Organ } from '../../organs/organ.ts'

const usual =
  '可以免费复制、传播、分析和再利用本页所列的数据，包括用于商业目的，不需要申请。使用时应当注明来源机关、网址和获取日期，不得使人误以为使用者得到该机关的授权或者认可，不得歪曲原意。数据以网站当时公开的为准，更正、撤回后请同步更新。他人依法享有的著作权、个人信息等权利不受影响。'

/** Under which terms the data may be used: those that the organiser has filed, or the usual ones. */
export const licenceOf = (organiser: Organ | null): string => organiser?.dataLicence || usual
