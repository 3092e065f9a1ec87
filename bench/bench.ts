// `npm run bench`: what the machine does, as ratios taken in one run. Nothing here is asserted.
import { cpus, totalmem } from 'node:os'
import { benchCheck } from './check.ts'
import { benchCompile } from './compile.ts'
import { benchCopies } from './copies.ts'
import { benchDraft } from './draft.ts'
import { benchFilings } from './filings.ts'
import { benchHostile } from './hostile.ts'
import { benchLetter } from './letter.ts'
import { benchPages } from './pages.ts'
import { benchRecords } from './records.ts'
import { benchRedaction } from './redaction.ts'
import { benchRequests } from './requests.ts'
import { benchServer } from './server.ts'
import { benchSubmissions } from './submissions.ts'

const [cpu] = cpus()
console.log(
  `${cpu?.model ?? '?'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)
const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries({
  check: benchCheck,
  compile: benchCompile,
  draft: benchDraft,
  filings: benchFilings,
  letter: benchLetter,
  redaction: benchRedaction,
  copies: benchCopies,
  records: benchRecords,
  requests: benchRequests,
  submissions: benchSubmissions,
  server: benchServer,
  pages: benchPages,
  hostile: benchHostile,
})) {
  if (wanted.length === 0 || wanted.includes(name)) await bench()
}
process.exit(0)
