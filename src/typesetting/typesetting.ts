import { serveTasks } from '../apart/serve-tasks.ts'
import type { SettingTask } from './typeset.ts'

/** A process of its own for typesetting: the native typesetter may run long or break, and then ends this and nothing else. */
serveTasks(async (given) => {
  const task = given as SettingTask
  switch (task.what) {
    case 'pdf':
      return (await import('./typst.ts')).setPdf(task.source, task.data, task.pictures)
    case 'letterDocx':
      return (await import('./official-letter-docx.ts')).officialLetterDocx(task.letter)
    case 'recordDocx':
      return (await import('./public-record-docx.ts')).publicRecordDocx(task.record)
  }
})
