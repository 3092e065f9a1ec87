import { useQuery } from '@tanstack/react-query'
import { requests } from '../../api.ts'
import { Fetched } from '../../states/fetched.tsx'
import { LetterPaper } from '../case/letter-paper.tsx'

/** The letter that is to be corrected, as it is to be read now: its words are copied from here. */
export function LetterToCorrect({ id, seq }: { id: string; seq: number }) {
  const query = useQuery({ queryKey: ['letter', id, seq], queryFn: () => requests.letter(id, seq), staleTime: 0 })
  return (
    <section aria-label="要更正的文书">
      <p className="quiet">要更正的文书，包括此前的更正：</p>
      <Fetched query={query}>{(letter) => <LetterPaper letter={letter} />}</Fetched>
    </section>
  )
}
