/** Art. 29: in which form and by which route the applicant wants the information. */
export const formsWanted = [
  { id: 'electronic', label: '电子文件' },
  { id: 'paper', label: '纸质' },
  { id: 'disc', label: '光盘' },
  { id: 'reading', label: '查阅、抄录' },
] as const

export const routesWanted = [
  { id: 'online', label: '网上下载' },
  { id: 'email', label: '电子邮件' },
  { id: 'mail', label: '邮寄' },
  { id: 'inPerson', label: '当面领取' },
] as const
