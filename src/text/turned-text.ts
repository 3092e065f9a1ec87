const turning = /[\u202a-\u202e\u2066-\u2069]/gu

/** Whether signs in a text turn the direction of the words between them: a page then shows something else than a print. */
export const turnsText = (text: string): boolean => text.search(turning) >= 0

/** The text as it is printed. */
export const unturned = (text: string): string => text.replace(turning, '')
