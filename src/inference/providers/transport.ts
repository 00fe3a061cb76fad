import type { ProviderRequest } from '@/core/request'
import type { Fetch } from '../transport'
import { errorResponse, resultResponse, type LastReply } from './answer'
import { callLibrary, guarded, isLookUp, lookUp } from './client'
import { Answered } from './errors'
import { scrubber, scrubResponse } from '@/core/secret'

export interface ProviderAccess {
  readonly fetch: Fetch
  /** The Hugging Face token, looked up for each request. */
  readonly token?: () => string | undefined
}

/**
 * The transport of the provider dialect: @huggingface/inference lowers the call, our fetch carries it, and its result
 * comes back as a web Response. An event stream is the provider's own, untouched.
 *
 * The one place where a token is handed to a library: a provider with a queue (fal, wavespeed, novita, zai, together's
 * videos) polls, and results are downloaded, with the global fetch and not with ours. Polling goes to the router's host;
 * downloads carry no token. A token that does not begin with `hf_` would make the library call the provider itself and
 * hand it over there: such a token stays here, our fetch puts it in, and a queue's polling will be refused.
 *
 * Rejects with NoProviderError when nobody serves the model, TypeError when the network failed, and the signal's
 * reason when aborted. No reply and no error holds the token.
 */
export function createProviderTransport({ fetch, token: tokenOf }: ProviderAccess) {
  return async (request: ProviderRequest, signal: AbortSignal): Promise<Response> => {
    signal.throwIfAborted()
    const token = tokenOf?.()
    let last: LastReply | undefined
    const send = guarded(fetch, token, signal)
    const carry: Fetch = async (url, init) => {
      if (isLookUp(url)) return lookUp(send, url, init)
      const response = await send(url, init)
      if (!response.ok || request.stream) throw new Answered(response)
      const kept = await keep(response)
      last = kept.last
      return kept.response
    }
    try {
      const result = await callLibrary(request, {
        fetch: carry,
        token: libraryToken(token),
        signal,
      })
      return scrubResponse(await resultResponse(result, last), token)
    } catch (error) {
      signal.throwIfAborted()
      const response =
        error instanceof Answered ? error.response : errorResponse(error, last, scrubber(token))
      return scrubResponse(response, token)
    }
  }
}

/** Stands for a token that the library must not see; it makes the library use the router. */
export const STAND_IN = 'hf_stand_in'

function libraryToken(token: string | undefined): string {
  return token?.startsWith('hf_') ? token : STAND_IN
}

/** Remembers a text or JSON reply for the case that the library can't read it. */
async function keep(response: Response): Promise<{ response: Response; last: LastReply }> {
  const { status, statusText, headers } = response
  const isText = /json|^text\//.test(headers.get('content-type') ?? '')
  if (!isText) return { response, last: { status, headers } }
  const text = await response.text()
  return {
    response: new Response(text, { status, statusText, headers }),
    last: { status, headers, text },
  }
}
