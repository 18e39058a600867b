/** What a browser does with cookies and redirects, one step at a time. */
export class UserAgent {
  readonly #cookies = new Map<string, Map<string, string>>()

  /** Sends one request; the answer's cookies are kept for its host. */
  async send(url: string, form?: Record<string, string>): Promise<Response> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: this.cookieHeader(url), accept: 'text/html' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    const kept = this.#of(url)
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0\b/i.test(line)) kept.delete(name)
      else kept.set(name, value)
    }
    return answer
  }

  /** Follows redirects until there is none, or until one leads to where the test wants to stop. */
  async follow(
    url: string,
    until: (next: string) => boolean = () => false,
  ): Promise<{ url: string; answer: Response }> {
    const answer = await this.send(url)
    const next = answer.headers.get('location')
    if (next === null) return { url, answer }
    const absolute = new URL(next, url).href
    return until(absolute) ? { url: absolute, answer } : this.follow(absolute, until)
  }

  cookieHeader(url: string): string {
    return [...this.#of(url)].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  cookie(url: string, name: string): string | undefined {
    return this.#of(url).get(name)
  }

  setCookie(url: string, name: string, value: string): void {
    this.#of(url).set(name, value)
  }

  #of(url: string): Map<string, string> {
    const { host } = new URL(url)
    const kept = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, kept)
    return kept
  }
}
