/** MJML 5 brings no types; this is what the layout uses. */
declare module 'mjml' {
  interface MjmlOptions {
    /** 'strict' makes a mistake in the markup an error. */
    validationLevel?: 'strict' | 'soft' | 'skip'
    keepComments?: boolean
    /** Web fonts to import by name; none, because a mail that loads something tells that it was opened. */
    fonts?: Record<string, string>
  }
  export default function mjml2html(mjml: string, options?: MjmlOptions): Promise<{ html: string }>
}
