// Requests to the API, and its failures as sentences.

/** A request that failed; its message is fit to be shown. */
export class ApiFailure extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

/** The sentence of an error body: `detail` is a text, or a list of violations. */
export function sentenceOf(status, body) {
  let detail;
  try {
    detail = JSON.parse(body).detail;
  } catch {
    detail = null;
  }
  if (typeof detail === 'string' && detail) {
    return detail;
  }
  if (Array.isArray(detail) && detail.length) {
    return detail.map(one => `${(one.loc ?? []).slice(1).join('.') || 'The value'}: ${one.msg}.`).join(' ');
  }
  return status === 0
    ? 'The server does not answer. It may be restarting, or it has been stopped.'
    : `The server answered with status ${status} and no explanation.`;
}

/** Sends JSON, or nothing, and gives the JSON of the answer; throws ApiFailure. */
export async function call(method, path, body, { headers = {}, signal } = {}) {
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiFailure(0, sentenceOf(0, ''));
  }
  const text = await response.text();
  if (!response.ok) {
    throw new ApiFailure(response.status, sentenceOf(response.status, text));
  }
  return { headers: response.headers, json: text ? JSON.parse(text) : null };
}
