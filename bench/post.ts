/** Sends a body, as JSON unless it is a file; throws where it is not answered as done. */
export async function post<T>(
  url: string,
  headers: Record<string, string>,
  body: object | Uint8Array<ArrayBuffer>,
): Promise<T> {
  const isFile = body instanceof Uint8Array
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': isFile ? 'text/csv' : 'application/json', ...headers },
    body: isFile ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}
