import {
  getProviderHelper,
  makeRequestOptionsFromResolvedModel,
  PROVIDERS,
} from '@huggingface/inference'
import { expect, it } from 'vitest'
import type { Connection } from '@/core/connection'
import type { ProviderRequest, WireRequest } from '@/core/request'
import { prepare } from '@/inference/prepare'
import { differences } from './differences'
import {
  ARCHIVED_HOST,
  drifts,
  NO_CHAT_ROUTE,
  NO_PROVIDER,
  OLD_PIPELINE,
  type Drift,
} from './drift'
import { describeRecorded, type Recorded } from './exchanges'
import { bodyOf, pageOf } from './inputs'

const providers: Readonly<Record<string, string>> = {
  'fal.run': 'fal-ai',
  'api.replicate.com': 'replicate',
  'api.together.xyz': 'together',
  'api.hyperbolic.xyz': 'hyperbolic',
  'api.sambanova.ai': 'sambanova',
  'api.studio.nebius.ai': 'nebius',
  'api.us1.bfl.ai': 'black-forest-labs',
}

describeRecorded('recorded requests', (exchanges) => {
  const json = exchanges.filter(({ request }) => request.text !== undefined)

  it.each(json)('$task to $provider: $id', (exchange) => {
    const unknown = differencesOf(exchange).filter((each) => !driftOf(each, exchange))
    expect(unknown).toEqual([])
  })

  it('differs as often as the list of drifts says', () => {
    const seen = json.flatMap((exchange) =>
      differencesOf(exchange).map((difference) => driftOf(difference, exchange)),
    )
    const counted = drifts.map((drift) => ({
      ...drift,
      count: seen.filter((each) => each === drift).length,
    }))
    expect(counted).toEqual(drifts)
  })

  it('is the recorded one in full where no drift is named', () => {
    const equal = json.filter((exchange) => differencesOf(exchange).length === 0)
    expect([equal.length, json.length]).toEqual([65, 225])
  })
})

function driftOf(difference: string, exchange: Recorded): Drift | undefined {
  return drifts.find((each) => each.difference === difference && each.of(exchange))
}

/** What differs between the request that the page would prepare and the recorded one. */
function differencesOf(exchange: Recorded): string[] {
  const { task, draft } = pageOf(exchange)
  const request = prepare(task, connectionOf(exchange), draft, { sandboxUrl: '' })
  return request.dialect === 'wire'
    ? wireDifferences(request, exchange)
    : providerDifferences(request, exchange)
}

/** Chat with a provider is the same protocol at another URL. */
function connectionOf({ provider, task, url }: Recorded): Connection {
  if (provider === 'hf-inference') return { kind: 'provider', provider, billTo: '' }
  return task === 'chat-completion'
    ? { kind: 'endpoint', url, auth: 'own' }
    : { kind: 'provider', provider: providers[provider] ?? provider, billTo: '' }
}

function wireDifferences({ method, url, headers, body }: WireRequest, exchange: Recorded) {
  expect(method).toBe(exchange.method)
  expect(headers).toEqual([['Content-Type', exchange.request.contentType]])
  const value = body.kind === 'json' ? body.value : undefined
  return [...urlDifferences(url, exchange.url), ...differences(value, bodyOf(exchange))]
}

function urlDifferences(prepared: string, recorded: string): string[] {
  const moved = recorded.replace('huggingface.co/api/inference-proxy/', 'router.huggingface.co/')
  const found = moved === recorded ? [] : [ARCHIVED_HOST]
  if (prepared === moved) return found
  const [, model, task] = /\/models\/(.+)\/pipeline\/(.+)$/.exec(prepared) ?? []
  const root = 'https://router.huggingface.co/hf-inference'
  const older = [`${root}/models/${model}`, `${root}/pipeline/${task}/${model}`]
  if (task && older.includes(moved)) return [...found, OLD_PIPELINE]
  return [
    ...found,
    prepared === `${moved}/v1/chat/completions` ? NO_CHAT_ROUTE : `url: ${prepared}`,
  ]
}

/** The client library lowers the call to the provider's own body. */
function providerDifferences({ call, provider, task }: ProviderRequest, exchange: Recorded) {
  if (!(provider in PROVIDERS)) return [NO_PROVIDER]
  const recorded = bodyOf(exchange)
  const { info } = makeRequestOptionsFromResolvedModel(
    String(recorded.model ?? exchange.model ?? 'owner/model'),
    getProviderHelper(provider as 'together', task as 'text-to-image'),
    { ...call.args } as { inputs: string },
    undefined,
    { task: task as 'text-to-image' },
  )
  return differences(JSON.parse(String(info.body)), recorded)
}
