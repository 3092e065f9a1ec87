import type { PlaceLimits } from './places.ts'

const mebibyte = 1024 * 1024

/** With three at once the public never has all of them; a network has one. */
export const placeLimits: PlaceLimits = {
  running: 3,
  runningForPublic: 2,
  runningForNetwork: 1,
  waitingForStaff: 16,
  waitingForPublic: 8,
  waitingForNetwork: 2,
  longestWaitMs: 20_000,
  undisturbedMs: 1_000,
}

/** Each time a file gives way its network has had more, so that in the end it is not the first to give way any more. */
export const mostTries = 4

/** Of what V8 keeps; what lies beside it, such as a file's bytes, counts in `mostResidentBytes` only. */
export const mostHeapMb = 256
export const mostResidentBytes = 640 * mebibyte
/** A process that has kept this much after a file is not used again. */
export const mostIdleBytes = 200 * mebibyte
export const mostFilesOfProcess = 200
export const mostIdleMs = 60_000
/** What the server takes over at once; `readWord` and `readTables` keep far below it. */
export const mostAnswerBytes = 96 * mebibyte

/** Processor time, which is the same on a busy machine: a document of its size needs a small part of it. */
export const mostCpuMs = (bytes: number): number => Math.min(10_000, 3_000 + (350 * bytes) / mebibyte)
/** Of a file of the office that is to leave the house, or whose words become a text: every page is gone through as it is painted. */
export const mostReadingMs = (bytes: number): number => 2 * mostCpuMs(bytes)
/** By the clock, whatever the size: past it the machine is too busy, and the file may be sound. */
export const mostMs = 30_000
