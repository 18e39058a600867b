/** The languages every text exists in; Danish first. */
export type Language = 'da' | 'en'
