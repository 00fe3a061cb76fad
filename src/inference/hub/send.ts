import type { CredentialRef } from '@/core/connection'
import type { WireRequest } from '@/core/request'
import type { AskOptions } from './ask'

/** The live transport, as far as the Hub needs it. */
export type Carry = (request: WireRequest, signal: AbortSignal) => Promise<Response>

/** Questions to the Hub go out as every request does: the token meets them inside the transport, if they may have it. */
export function sendBy(carry: Carry): AskOptions['send'] {
  return (url, signal, anonymous) =>
    carry(question(url, { kind: anonymous ? 'none' : 'huggingface' }), signal)
}

function question(url: string, credential: CredentialRef): WireRequest {
  return {
    dialect: 'wire',
    task: '',
    model: '',
    connection: { kind: 'provider', provider: '', billTo: '' },
    credential,
    stream: false,
    clients: {},
    method: 'GET',
    url,
    headers: [],
    body: { kind: 'none' },
  }
}
