/** What has an id and a label, as a field to choose from wants it. */
export const optionsOf = <Id>(choices: readonly { readonly id: Id; readonly label: string }[]) =>
  choices.map(({ id, label }) => ({ value: id, label }))
