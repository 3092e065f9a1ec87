import { Refusal } from './refusal.ts'

const notShown = {
  locked: '这份文件设有密码，不能逐页显示。请下载后用密码打开，或者请来件机关取消密码后重新报送',
  damaged: '这份文件已经损坏或者不完整，不能逐页显示。请下载后打开，打不开的请来件机关重新报送',
  broken: '这份文件不能逐页显示，请下载后打开',
  tooLarge: '这份文件过大或者过于复杂，这里不能逐页显示，请下载后打开',
  noPage: '这份文件没有这一页',
} as const

/** When nothing is wrong with a file, but it cannot be taken in now. */
export const fileRefusals = {
  inspectionBusy: () => new Refusal('busy', 'inspection_busy', '附件暂时不能检查，请稍后再传'),
  uploadsFull: () => new Refusal('busy', 'uploads_full', '正在上传的文件过多，附件暂时不能接收，请稍后再传'),
  uploadGaveWay: () => new Refusal('busy', 'upload_gave_way', '上传的人较多，您的文件传得过慢，已经中断，请稍后再传'),
  slowUpload: () =>
    new Refusal('tooSlow', 'slow_upload', '上传中断或者网速过慢，没有收到完整的内容，请检查网络后重新提交'),
  tooManyStaffUploads: () =>
    new Refusal('tooMany', 'too_many_staff_uploads', '您一小时内上传的文件过多，请过一小时再上传'),
  noRoom: () =>
    new Refusal(
      'noRoom',
      'no_room',
      '系统存储空间不足，暂时不能接收附件；可以先提交文字，附件请稍后再传或者改用其他方式提交',
    ),
  tooManyWaiting: () =>
    new Refusal('noRoom', 'too_many_waiting', '尚未提交的附件过多，暂时不能再接收附件；可以先提交文字，附件请稍后再传'),
  pagesNotShown: (fault: keyof typeof notShown) =>
    new Refusal(fault === 'noPage' ? 'missing' : 'conflict', `pages_${fault.toLowerCase()}`, notShown[fault]),
}
