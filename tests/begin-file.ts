import '../src/app/joins.ts'
import { keysFrom, setKeys } from '../src/db/keys.ts'

/** The keys of every test: always the same, and of no use elsewhere. */
setKeys(keysFrom(Buffer.alloc(32, 7)))

// Files of a worker share its process; each begins with what the process began with.
const began = globalThis as { environment?: NodeJS.ProcessEnv }
began.environment ??= { ...process.env }
for (const name of Object.keys(process.env)) if (!(name in began.environment)) delete process.env[name]
Object.assign(process.env, began.environment)
process.exitCode = undefined
