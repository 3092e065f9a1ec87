import { keysFrom, setKeys } from '../src/db/keys.ts'

/** The keys of every test: always the same, and of no use elsewhere. */
setKeys(keysFrom(Buffer.alloc(32, 7)))
