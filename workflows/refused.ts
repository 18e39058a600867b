/** The failure type with which an update is refused; its first detail is the refusal's code. */
export const REFUSED = 'refused'
