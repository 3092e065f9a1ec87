import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { groupTried } from './tests/mutation/groups.ts'

const { tests } = groupTried()
const place = ({ moduleId }: TestSpecification): number => tests.findIndex((file) => moduleId.endsWith(`/${file}`))

/** In the order of the group, the quick ones first: most mutants end with the first test that fails. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

/** What runs for each mutant of the group that is tried: pure tests, without a database or a browser. */
export default defineConfig({
  test: {
    include: [...tests],
    sequence: { sequencer: InOrder },
    // Files of a worker share what they import; each mutant begins with a new worker.
    isolate: false,
    // Of a property that runs for as long as it is asked to, a little.
    env: { KAICHENG_RUNS: '40' },
  },
})
