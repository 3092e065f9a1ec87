/** Marks without facts of their own. Only ever added to: signed texts hold those that there were. `strike` asks for a decision before publication. */
export const plainMarks = ['bold', 'italic', 'underline', 'superscript', 'subscript', 'strike'] as const
